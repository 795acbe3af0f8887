package com.thec1rcle.kernel.message;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The actor as message metadata: plain text, so that it travels over every bus. */
public final class ActorMetadata {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Written once: most commands are the system's own. */
    private static final Map<String, String> SYSTEM = write(Actor.SYSTEM);

    private ActorMetadata() {}

    public static Map<String, String> of(Actor actor) {
        return actor.equals(Actor.SYSTEM) ? SYSTEM : write(actor);
    }

    private static Map<String, String> write(Actor actor) {
        return Map.of(
                MessageKeys.ACTOR, MAPPER.writeValueAsString(actor),
                MessageKeys.ACTOR_ID, actor.userId().value());
    }

    /** The actor in the metadata, or nobody in particular. */
    public static Actor read(Map<String, ?> metadata) {
        @Nullable Object json = metadata.get(MessageKeys.ACTOR);
        if (!(json instanceof String text)) {
            return Actor.ANONYMOUS;
        }
        if (text.equals(SYSTEM.get(MessageKeys.ACTOR))) {
            return Actor.SYSTEM;
        }
        try {
            return MAPPER.readValue(text, Actor.class);
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("The actor in the metadata cannot be read.", malformed);
        }
    }
}
