package com.thec1rcle.command.venue;

import static com.thec1rcle.command.venue.CalendarFixtures.EVENT;
import static com.thec1rcle.command.venue.CalendarFixtures.HOST;
import static com.thec1rcle.command.venue.CalendarFixtures.OWNER;
import static com.thec1rcle.command.venue.CalendarFixtures.SETTINGS;
import static com.thec1rcle.command.venue.CalendarFixtures.VENUE;
import static com.thec1rcle.command.venue.CalendarFixtures.as;
import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.command.MovingClock;
import com.thec1rcle.command.slot.SlotSettings;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.slot.SlotRequestId;
import com.thec1rcle.kernel.time.Period;
import com.thec1rcle.kernel.venue.BlockId;
import com.thec1rcle.kernel.venue.BookingId;
import com.thec1rcle.kernel.venue.CalendarCommand.BlockPeriod;
import com.thec1rcle.kernel.venue.CalendarCommand.BookCounterProposal;
import com.thec1rcle.kernel.venue.CalendarCommand.BookOwnSlot;
import com.thec1rcle.kernel.venue.CalendarCommand.BookRequestedSlot;
import com.thec1rcle.kernel.venue.CalendarCommand.DropSlotRequest;
import com.thec1rcle.kernel.venue.CalendarCommand.LiftBlock;
import com.thec1rcle.kernel.venue.CalendarCommand.QueueSlotRequest;
import com.thec1rcle.kernel.venue.CalendarCommand.ReleaseSlot;
import com.thec1rcle.kernel.venue.CalendarEvent.BlockLifted;
import com.thec1rcle.kernel.venue.CalendarEvent.PeriodBlocked;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotBooked;
import com.thec1rcle.kernel.venue.CalendarEvent.SlotReleased;
import com.thec1rcle.kernel.venue.VenueCommand.RegisterVenue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterProperty;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** Whatever is asked in whatever order, no calendar ever holds two things at one time. */
class VenueCalendarProperties {
    /** Month ends, a leap day, and nights on which clocks are put back or forward. */
    private static final List<LocalDate> DATES = List.of(
            LocalDate.parse("2028-02-28"),
            LocalDate.parse("2028-02-29"),
            LocalDate.parse("2028-03-11"),
            LocalDate.parse("2028-03-31"),
            LocalDate.parse("2028-04-01"),
            LocalDate.parse("2028-12-31"));

    private static final List<ZoneId> ZONES =
            List.of(ZoneId.of("Asia/Kolkata"), ZoneId.of("America/New_York"), ZoneId.of("Pacific/Auckland"));

    private final MovingClock clock = new MovingClock(Instant.parse("2028-02-20T12:00:00Z"));

    /** Something that somebody does, and how long after the last. */
    record Step(Kind kind, int id, Period period, Duration later) {
        Object command() {
            SlotRequestId request = new SlotRequestId("request-" + id);
            return switch (kind) {
                case BLOCK -> new BlockPeriod(VENUE, new BlockId("block-" + id), period, "Closed");
                case LIFT -> new LiftBlock(VENUE, new BlockId("block-" + id));
                case QUEUE -> new QueueSlotRequest(VENUE, request, HOST, EVENT, period);
                case DROP -> new DropSlotRequest(VENUE, request);
                case BOOK -> new BookRequestedSlot(VENUE, request);
                case BOOK_COUNTER -> new BookCounterProposal(VENUE, request, HOST, EVENT, period);
                case BOOK_OWN -> new BookOwnSlot(VENUE, new BookingId("own-" + id), EVENT, period);
                case RELEASE -> new ReleaseSlot(VENUE, new BookingId(request.value()), "CANCELLED");
            };
        }

        Actor actor() {
            return kind == Kind.BLOCK || kind == Kind.LIFT ? OWNER : Actor.SYSTEM;
        }
    }

    enum Kind {
        BLOCK,
        LIFT,
        QUEUE,
        DROP,
        BOOK,
        BOOK_COUNTER,
        BOOK_OWN,
        RELEASE
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Period> periods = Combinators.combine(
                        Arbitraries.of(DATES),
                        Arbitraries.of(ZONES),
                        Arbitraries.integers().between(12, 23),
                        Arbitraries.integers().between(1, 14))
                .as((date, zone, hour, hours) -> {
                    Instant from =
                            date.atTime(LocalTime.of(hour, 0)).atZone(zone).toInstant();
                    return new Period(from, from.plus(Duration.ofHours(hours)));
                });
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(1, 4),
                        periods,
                        Arbitraries.frequency(
                                Tuple.of(8, Duration.ofMinutes(1)),
                                Tuple.of(1, Duration.ofHours(30)),
                                Tuple.of(1, Duration.ofDays(9))))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aCalendarNeverHoldsTwoThingsAtOneTime(@ForAll("steps") List<Step> steps) {
        GenericEventMessage.clock = clock;
        Configuration axon = DefaultConfigurer.defaultConfiguration()
                .configureEmbeddedEventStore(configuration -> new InMemoryEventStorageEngine())
                .registerComponent(Clock.class, configuration -> clock)
                .registerComponent(SlotSettings.class, configuration -> SETTINGS)
                .configureAggregate(Venue.class)
                .start();
        try {
            send(axon, new RegisterVenue(VENUE, "Blue Room", "Mumbai", "1 Harbour Road", "Asia/Kolkata", 400), OWNER);
            for (Step step : steps) {
                clock.moveBy(step.later());
                send(axon, step.command(), step.actor());
            }
            checkHistory(axon);
        } finally {
            axon.shutdown();
        }
    }

    @AfterProperty
    void restoreClock() {
        GenericEventMessage.clock = Clock.systemUTC();
    }

    /** A refusal is an answer like any other; anything else fails the test. */
    private static void send(Configuration axon, Object command, Actor actor) {
        FutureCallback<Object, Object> answer = new FutureCallback<>();
        axon.commandBus()
                .dispatch(GenericCommandMessage.asCommandMessage(command).andMetaData(as(actor)), answer);
        CommandResultMessage<?> result = answer.getResult(5, TimeUnit.SECONDS);
        if (result.isExceptional()) {
            assertThat(result.exceptionResult()).isInstanceOf(Refusal.class);
        }
    }

    /** Goes through the history with a memory that forgets nothing. */
    private static void checkHistory(Configuration axon) {
        Map<String, Period> taken = new HashMap<>();
        axon.eventStore().readEvents(VENUE.value()).forEachRemaining(message -> {
            switch (message.getPayload()) {
                case PeriodBlocked event -> take(taken, "block " + event.blockId(), event.period());
                case SlotBooked event -> take(taken, "booking " + event.bookingId(), event.period());
                case BlockLifted event -> taken.remove("block " + event.blockId());
                case SlotReleased event -> taken.remove("booking " + event.bookingId());
                default -> {
                    // Requests take nothing.
                }
            }
        });
    }

    private static void take(Map<String, Period> taken, String what, Period period) {
        assertThat(taken.values()).as(what).noneMatch(period::overlaps);
        taken.put(what, period);
    }
}
