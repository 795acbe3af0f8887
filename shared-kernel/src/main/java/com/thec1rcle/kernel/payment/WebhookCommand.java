package com.thec1rcle.kernel.payment;

import org.axonframework.commandhandling.RoutingKey;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A call of the gateway, as it came. */
public sealed interface WebhookCommand {
    @TargetAggregateIdentifier
    @RoutingKey
    NoticeId noticeId();

    /** The raw body and its signature; refused with PAYMENT_SIGNATURE_INVALID before anything is read. */
    record ReceiveWebhook(NoticeId noticeId, String rawBody, String signature) implements WebhookCommand {}
}
