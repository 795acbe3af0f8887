package com.thec1rcle.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.message.MessageKeys;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.ticketing.TierCommand.HoldStock;
import com.thec1rcle.kernel.ticketing.TierCommand.QuoteTier;
import com.thec1rcle.kernel.ticketing.TierEvent.StockHeld;
import com.thec1rcle.kernel.ticketing.TierId;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A hot tier in the running application. */
class LanesIT extends ApplicationIT {
    private static final int HOLDS = 300;

    @Test
    void whatWaitsForOneTierIsWrittenTogetherAndEachEventKeepsItsOwnCause(
            @Autowired CommandGateway gateway, @Autowired EventStore events, @Autowired MeterRegistry meters)
            throws Exception {
        Person venueOwner = night.register("Vera Venue");
        Person hostOwner = night.register("Hari Host");
        String venueId = night.venue(venueOwner);
        String hostId = night.host(hostOwner);
        night.partnership(hostOwner, hostId, venueOwner, venueId);
        String eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(30));
        String tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 49_900, 200);
        night.publish(hostOwner, venueOwner, eventId);

        List<CommandMessage<Object>> holds = IntStream.range(0, HOLDS)
                .mapToObj(i -> asSystem(new HoldStock(
                                new TierId(tierId), new EventId(eventId), new OrderId("order-" + i), 1, null))
                        .andMetaData(Map.of(MessageKeys.CORRELATION_ID, "request-" + i)))
                .toList();
        await().ignoreExceptions()
                .until(() -> gateway.send(asSystem(new QuoteTier(new TierId(tierId), new EventId(eventId), 1, null)))
                                .get()
                        != null);
        List<CompletableFuture<Object>> answers =
                holds.stream().map(hold -> gateway.<Object>send(hold)).toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .handle((all, refused) -> all)
                .get(30, TimeUnit.SECONDS);

        assertThat(answers.stream().filter(answer -> !answer.isCompletedExceptionally()))
                .hasSize(200);
        assertThat(meters.get("c1rcle.lanes.batch").summary().max()).isGreaterThan(1);
        List<? extends DomainEventMessage<?>> held = events.readEvents(tierId)
                .asStream()
                .filter(event -> event.getPayloadType() == StockHeld.class)
                .toList();
        assertThat(held).hasSize(200);
        for (int i = 0; i < held.size(); i++) {
            assertThat(held.get(i).getPayload())
                    .extracting(event -> ((StockHeld) event).orderId().value())
                    .isEqualTo("order-" + i);
            assertThat(held.get(i).getMetaData())
                    .containsEntry(MessageKeys.CORRELATION_ID, "request-" + i)
                    .containsEntry(MessageKeys.CAUSATION_ID, holds.get(i).getIdentifier())
                    .containsEntry(MessageKeys.ACTOR_ID, Actor.SYSTEM.userId().value());
        }
    }

    private static CommandMessage<Object> asSystem(Object command) {
        return GenericCommandMessage.asCommandMessage(command).andMetaData(ActorMetadata.of(Actor.SYSTEM));
    }
}
