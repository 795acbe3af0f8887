package com.thec1rcle.kernel.promoter;

import org.axonframework.serialization.Revision;

/** What happened to a link code. */
public sealed interface LinkCodeEvent {
    LinkCodeId linkCodeId();

    /** The code belongs to a link for ever. */
    @Revision("1")
    record LinkCodeReserved(LinkCodeId linkCodeId, String code, LinkId linkId) implements LinkCodeEvent {}
}
