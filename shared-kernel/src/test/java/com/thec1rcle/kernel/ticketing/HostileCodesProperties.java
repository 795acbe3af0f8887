package com.thec1rcle.kernel.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever is shown to the door, nothing forged verifies and nothing escapes but an answer. */
class HostileCodesProperties {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final String SEED =
            TicketKeys.ED25519_SEED + Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.US_ASCII));
    private static final Map<String, String> KEYS = Map.of("hmac", SECRET, "ed", SEED);
    private static final TicketCodes HMAC = new TicketCodes(new TicketKeys("hmac", KEYS));
    private static final TicketCodes ED25519 = new TicketCodes(new TicketKeys("ed", KEYS));
    private static final EventId EVENT = new EventId("6f1c1a52-6d1c-8c0e-9a53-0d6f0f2f9b11");
    private static final Instant NIGHT = Instant.parse("2026-12-04T18:00:00Z");
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** One code of every form: both algorithms, with and without a step. */
    @Provide
    Arbitrary<String> codes() {
        Arbitrary<UUID> orders = Arbitraries.longs().tuple2().map(bits -> new UUID(bits.get1(), bits.get2()));
        return Combinators.combine(
                        Arbitraries.of(HMAC, ED25519),
                        orders,
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 0xffff))
                .as((codes, order, changing, number) -> {
                    TicketId ticket = TicketId.of(new OrderId(order.toString()), number);
                    return changing ? codes.signAt(NIGHT, EVENT, ticket, 2, 1) : codes.sign(EVENT, ticket, 2, 1);
                });
    }

    @Property(tries = 300)
    void aGenuineCodeVerifiesWhicheverKeySigns(@ForAll("codes") String code) {
        assertThat(HMAC.verify(code)).isPresent().isEqualTo(ED25519.verify(code));
    }

    @Property(tries = 1_500)
    void aFlippedBitIsAForgery(@ForAll("codes") String code, @ForAll @IntRange(min = 0, max = 9_999) int at) {
        boolean base32 = BASE32.indexOf(code.charAt(0)) >= 0 && code.chars().allMatch(c -> BASE32.indexOf(c) >= 0);
        String alphabet = base32 ? BASE32 : BASE64;
        int position = at % code.length();
        int bit = 1 << at % (base32 ? 5 : 6);
        char other = alphabet.charAt(alphabet.indexOf(code.charAt(position)) ^ bit);
        refuse(code.substring(0, position) + other + code.substring(position + 1));
    }

    @Property(tries = 500)
    void aCutOrStretchedCodeIsAForgery(@ForAll("codes") String code, @ForAll @IntRange(min = 0, max = 9_999) int at) {
        int cut = at % code.length();
        refuse(code.substring(0, cut));
        refuse(code.substring(cut + 1));
        refuse(code + code.charAt(cut));
        refuse(code.charAt(cut) + code);
        refuse(code + "=");
        refuse(code + "\n");
    }

    @Property(tries = 300)
    void twoCodesDoNotMakeAThird(
            @ForAll("codes") String one,
            @ForAll("codes") String other,
            @ForAll @IntRange(min = 1, max = 9_999) int at) {
        int seam = 1 + at % (Math.min(one.length(), other.length()) - 1);
        String mixed = one.substring(0, seam) + other.substring(seam);
        if (!mixed.equals(one) && !mixed.equals(other)) {
            refuse(mixed);
        }
    }

    @Property(tries = 300)
    void anotherSpellingIsNoCode(@ForAll("codes") String code) {
        for (String other : List.of(
                " " + code,
                code.toLowerCase(),
                code.replace('-', '+').replace('_', '/') + "==",
                Base64.getUrlEncoder().encodeToString(code.getBytes(StandardCharsets.UTF_8)),
                new StringBuilder(code).reverse().toString(),
                code.replace('A', '\u0410'),
                code + "\u0000",
                "\ufeff" + code)) {
            if (!other.equals(code)) {
                refuse(other);
            }
        }
    }

    @Property(tries = 2_000)
    void noTextIsTooOdd(@ForAll String text) {
        refuse(text);
    }

    @Property(tries = 1_000)
    void noBytesOfTheRightFormAreACode(@ForAll @IntRange(min = 1, max = 4) int version, @ForAll byte[] bytes) {
        byte[] form = Arrays.copyOf(bytes, 120);
        form[0] = (byte) (version << 4 | 4);
        System.arraycopy("hmac".getBytes(StandardCharsets.US_ASCII), 0, form, 1, 4);
        for (int length : new int[] {1, 5, 6, 43, 75, 78, 107, 110, 120}) {
            byte[] cut = Arrays.copyOf(form, length);
            refuse(Base64.getUrlEncoder().withoutPadding().encodeToString(cut));
            refuse(Base32.encode(cut));
        }
    }

    @Property(tries = 200)
    void aKeyOfOursDoesNotVerifyForTheOther(@ForAll("codes") String code) {
        TicketCodes swapped = new TicketCodes(new TicketKeys("ed", Map.of("ed", SECRET + "!", "hmac", SEED)));
        assertThat(swapped.verify(code)).isEmpty();
    }

    @Example
    void megabytesAreRefusedAtOnce() {
        refuse("A".repeat(8 * 1024 * 1024));
        refuse("\ud83c\udf89".repeat(1024 * 1024));
        refuse("\ud800");
    }

    private static void refuse(String code) {
        assertThat(HMAC.verify(code)).isEmpty();
        assertThat(ED25519.verify(code)).isEmpty();
    }
}
