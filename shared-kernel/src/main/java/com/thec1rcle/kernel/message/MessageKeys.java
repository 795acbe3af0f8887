package com.thec1rcle.kernel.message;

/** Names of the metadata that messages carry; all values are text. */
public final class MessageKeys {
    /** On commands: the whole actor, as JSON. */
    public static final String ACTOR = "actor";

    /** On commands and events: the id of the user who acts. */
    public static final String ACTOR_ID = "actorId";

    /** On commands and events: the id of the request that began it all. */
    public static final String CORRELATION_ID = "correlationId";

    /** On commands and events: the id of the message that directly caused this one. */
    public static final String CAUSATION_ID = "causationId";

    private MessageKeys() {}
}
