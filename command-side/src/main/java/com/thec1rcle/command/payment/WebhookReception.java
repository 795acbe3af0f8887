package com.thec1rcle.command.payment;

import com.thec1rcle.command.config.Commands;
import com.thec1rcle.command.config.Conversation;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.payment.WebhookCommand.ReceiveWebhook;
import org.axonframework.commandhandling.CommandHandler;

/** Takes the gateway's calls: nothing is read before its signature holds, and nothing is acted on before it is stored. */
@Conversation
final class WebhookReception {
    private final PaymentSignatures signatures;
    private final Commands commands;

    WebhookReception(PaymentSignatures signatures, Commands commands) {
        this.signatures = signatures;
        this.commands = commands;
    }

    @CommandHandler
    void handle(ReceiveWebhook command) throws Refusal {
        if (!signatures.provesNotice(command.rawBody(), command.signature())) {
            throw new Refusal(ErrorCode.PAYMENT_SIGNATURE_INVALID, "This notice is not signed by the gateway.");
        }
        commands.ask(RazorpayNotice.read(command.noticeId(), command.rawBody()));
    }
}
