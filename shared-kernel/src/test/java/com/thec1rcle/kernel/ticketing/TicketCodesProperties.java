package com.thec1rcle.kernel.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TicketCodesProperties {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final TicketCodes CODES = new TicketCodes(new TicketKeys("longkey8", Map.of("longkey8", SECRET)));
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Provide
    Arbitrary<String> uuids() {
        return Arbitraries.longs().tuple2().map(bits -> new UUID(bits.get1(), bits.get2()).toString());
    }

    @Property
    void whatIsSignedVerifiesAndFitsTheQrCode(
            @ForAll("uuids") String event,
            @ForAll("uuids") String order,
            @ForAll @IntRange(min = 0, max = 0xffff) int number,
            @ForAll @IntRange(min = 0, max = 0xffff) int admits,
            @ForAll @IntRange(min = 0, max = 0xffff) int generation) {
        TicketId ticket = TicketId.of(new OrderId(order), number);
        String code = CODES.sign(new EventId(event), ticket, admits, generation);
        assertThat(code).hasSizeLessThanOrEqualTo(TicketCodes.USUAL_LENGTH).matches("[A-Za-z0-9_-]+");
        assertThat(CODES.verify(code))
                .contains(new TicketCode("longkey8", new EventId(event), ticket, admits, generation, null));
    }

    @Property
    void anyOtherSpellingIsNoCode(
            @ForAll("uuids") String order,
            @ForAll @IntRange(min = 0, max = TicketCodes.USUAL_LENGTH - 1) int position,
            @ForAll @IntRange(min = 0, max = 63) int character) {
        String code = CODES.sign(new EventId(order), TicketId.of(new OrderId(order), 1), 1, 1);
        char other = ALPHABET.charAt(character);
        String changed = code.substring(0, position) + other + code.substring(position + 1);
        assertThat(CODES.verify(changed).isPresent()).isEqualTo(changed.equals(code));
        assertThat(CODES.verify(code.substring(0, position))).isEmpty();
    }

    @Property
    void noInputIsTooOdd(@ForAll String input) {
        assertThat(CODES.verify(input)).isEmpty();
    }

    @Example
    void anOlderKeyStillVerifiesButTheNewOneSigns() {
        EventId event = new EventId(UUID.randomUUID().toString());
        TicketId ticket = TicketId.of(new OrderId(event.value()), 1);
        TicketCodes old = new TicketCodes(new TicketKeys("k1", Map.of("k1", SECRET)));
        TicketCodes rotated =
                new TicketCodes(new TicketKeys("k2", Map.of("k1", SECRET, "k2", SECRET.replace('0', 'x'))));
        assertThat(rotated.verify(old.sign(event, ticket, 1, 1))).isPresent();
        assertThat(rotated.verify(rotated.sign(event, ticket, 1, 1)))
                .hasValueSatisfying(code -> assertThat(code.keyId()).isEqualTo("k2"));
        assertThat(old.verify(rotated.sign(event, ticket, 1, 1))).isEmpty();
    }

    @Example
    void theSameKeyIdWithAnotherSecretVerifiesNothing() {
        EventId event = new EventId(UUID.randomUUID().toString());
        TicketCodes other = new TicketCodes(new TicketKeys("longkey8", Map.of("longkey8", SECRET.replace('0', 'x'))));
        assertThat(CODES.verify(other.sign(event, TicketId.of(new OrderId(event.value()), 1), 1, 1)))
                .isEmpty();
    }

    @Example
    void weakKeysAreNoKeys() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TicketKeys("k1", Map.of("k1", "short")));
        assertThatIllegalArgumentException().isThrownBy(() -> new TicketKeys("k2", Map.of("k1", SECRET)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TicketKeys("much-too-long", Map.of("much-too-long", SECRET)));
        assertThat(new TicketKeys("k1", Map.of("k1", SECRET)).toString()).doesNotContain(SECRET);
    }
}
