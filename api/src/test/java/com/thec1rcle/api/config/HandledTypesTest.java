package com.thec1rcle.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.MultiEventHandlerInvoker;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.junit.jupiter.api.Test;

class HandledTypesTest {
    private final Listener listener = new Listener();
    private final EventHandlerInvoker plain = new MultiEventHandlerInvoker(
            SimpleEventHandlerInvoker.builder().eventHandlers(listener).build());
    private final HandledTypes quick = new HandledTypes(plain);

    /** Asked twice, so that the second answer comes from memory. */
    @Test
    void theAnswersAreThoseOfTheHandlers() {
        for (Object payload : List.of("text", 7, 7L, 1.5, new ArrayList<>(List.of("text")))) {
            GenericEventMessage<?> event = new GenericEventMessage<>(payload);
            for (int i = 0; i < 2; i++) {
                assertThat(quick.canHandleType(payload.getClass()))
                        .isEqualTo(plain.canHandleType(payload.getClass()))
                        .isEqualTo(!(payload instanceof Double));
                assertThat(quick.canHandle(event, Segment.ROOT_SEGMENT))
                        .isEqualTo(plain.canHandle(event, Segment.ROOT_SEGMENT));
            }
        }
    }

    @Test
    void ofTwoSegmentsOneHandlesAnEvent() {
        Segment[] segments = Segment.ROOT_SEGMENT.split();
        for (int i = 0; i < 100; i++) {
            GenericEventMessage<?> event = new GenericEventMessage<>("text " + i);
            assertThat(quick.canHandle(event, segments[0])).isNotEqualTo(quick.canHandle(event, segments[1]));
        }
    }

    @Test
    void whatIsHandledReachesItsHandler() throws Exception {
        quick.handle(new GenericEventMessage<>("text"), Segment.ROOT_SEGMENT);

        assertThat(listener.seen).containsExactly("text");
    }

    static final class Listener {
        private final List<Object> seen = new ArrayList<>();

        @EventHandler
        void on(String event) {
            seen.add(event);
        }

        @EventHandler
        void on(Integer event) {
            seen.add(event);
        }

        @EventHandler
        void on(Long event) {
            seen.add(event);
        }

        /** A handler of a supertype. */
        @EventHandler
        void on(List<?> event) {
            seen.add(event);
        }
    }
}
