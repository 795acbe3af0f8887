package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the signed codes of tickets; both sides use this one class, so that a code that was issued always
 * verifies. In bytes: version and key id length in one, key id, event (16), order (16), ticket number, admits and
 * generation (2 each), in version 3 the step (3), and a signature over all of that: HMAC-SHA256 in full (32) or Ed25519
 * (64), as the key says.
 *
 * <p>Version 1 is an HMAC in URL-safe base64: 106 characters at most, a QR code of version 6 at level M. Version 2 is
 * signed with Ed25519, and version 3 changes with time; both are base32, which a QR code packs tighter.
 */
public final class TicketCodes {
    /** Longest code, in characters: one that changes, signed with Ed25519 by a key whose id has 8 letters. */
    public static final int MAX_LENGTH = 183;

    /** Longest code of a ticket whose code stays, signed with a secret. */
    public static final int USUAL_LENGTH = 106;

    private static final int SHORT = 1;
    private static final int LONG = 2;
    private static final int CHANGING = 3;
    private static final int FIXED_BYTES = 1 + 2 * Long.BYTES + 2 * Long.BYTES + 3 * Short.BYTES;
    private static final int MAX_COUNT = 0xffff;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final String signingKeyId;
    private final TicketKey signingKey;
    private final Map<String, TicketKey> keys;

    public TicketCodes(TicketKeys ring) {
        this.signingKeyId = ring.signingKeyId();
        this.keys = ring.keys();
        this.signingKey = Optional.ofNullable(keys.get(signingKeyId)).orElseThrow();
    }

    /**
     * The code of a ticket, signed with the key that signs now.
     *
     * @throws IllegalArgumentException if event or order are no UUIDs, or a number is not between 0 and 65535
     */
    public String sign(EventId eventId, TicketId ticketId, int admits, int generation) {
        int version = signingKey instanceof HmacTicketKey ? SHORT : LONG;
        return sign(version, eventId, ticketId, admits, generation, null);
    }

    /** As {@link #sign}, for a ticket whose code changes: good for the half minute of this instant and those beside it. */
    public String signAt(Instant instant, EventId eventId, TicketId ticketId, int admits, int generation) {
        return sign(CHANGING, eventId, ticketId, admits, generation, CodeStep.at(instant));
    }

    /** What the code says, if one of our keys signed exactly it; empty for anything else, however odd. */
    public Optional<TicketCode> verify(String code) {
        if (code.isEmpty() || code.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return Stream.of(fromBase64(code), fromBase32(code))
                .flatMap(Optional::stream)
                .flatMap(bytes -> Stream.ofNullable(read(bytes)))
                .findFirst();
    }

    /** The public keys that verify, by key id; none while all keys are secrets. */
    public List<PublicTicketKey> publicKeys() {
        return keys.entrySet().stream()
                .flatMap(key -> Stream.ofNullable(key.getValue().publicKey())
                        .map(known -> new PublicTicketKey(key.getKey(), ENCODER.encodeToString(known))))
                .sorted(Comparator.comparing(PublicTicketKey::keyId))
                .toList();
    }

    /** The id of the key that signs now. */
    public String signingKeyId() {
        return signingKeyId;
    }

    private String sign(
            int version, EventId eventId, TicketId ticketId, int admits, int generation, @Nullable CodeStep step) {
        byte[] keyId = signingKeyId.getBytes(StandardCharsets.US_ASCII);
        int signed = signedBytes(version, keyId.length);
        ByteBuffer code = ByteBuffer.allocate(signed + signingKey.signatureBytes());
        code.put((byte) (version << 4 | keyId.length)).put(keyId);
        put(code, uuid(eventId.value()));
        put(code, uuid(ticketId.orderId().value()));
        code.putShort(count(ticketId.number())).putShort(count(admits)).putShort(count(generation));
        if (step != null) {
            code.put((byte) (step.number() >> Short.SIZE)).putShort((short) step.number());
        }
        code.put(signingKey.sign(code.array(), signed));
        return version == SHORT ? ENCODER.encodeToString(code.array()) : Base32.encode(code.array());
    }

    private static int signedBytes(int version, int keyIdLength) {
        return FIXED_BYTES + keyIdLength + (version == CHANGING ? CodeStep.BYTES : 0);
    }

    /** Of the bytes of a code in its one true spelling; a code may not have several. */
    private static Optional<byte[]> fromBase64(String code) {
        try {
            byte[] bytes = DECODER.decode(code);
            boolean exact = bytes.length > 0 && ENCODER.encodeToString(bytes).equals(code);
            return exact && versionOf(bytes) == SHORT ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> fromBase32(String code) {
        return Optional.ofNullable(Base32.decode(code))
                .filter(bytes -> bytes.length > 0 && Base32.encode(bytes).equals(code))
                .filter(bytes -> versionOf(bytes) == LONG || versionOf(bytes) == CHANGING);
    }

    private static int versionOf(byte[] bytes) {
        return bytes[0] >> 4;
    }

    private @Nullable TicketCode read(byte[] bytes) {
        int keyIdLength = bytes[0] & 0x0f;
        if (keyIdLength < 1 || keyIdLength > TicketKeys.MAX_KEY_ID_LENGTH || bytes.length <= keyIdLength) {
            return null;
        }
        String keyId = new String(bytes, 1, keyIdLength, StandardCharsets.US_ASCII);
        int signed = signedBytes(versionOf(bytes), keyIdLength);
        TicketKey key = keys.get(keyId);
        if (key == null
                || bytes.length != signed + key.signatureBytes()
                || !key.verifies(bytes, signed, Arrays.copyOfRange(bytes, signed, bytes.length))) {
            return null;
        }
        return contents(keyId, ByteBuffer.wrap(bytes, 1 + keyIdLength, signed - 1 - keyIdLength));
    }

    private static TicketCode contents(String keyId, ByteBuffer fields) {
        EventId event = new EventId(readUuid(fields));
        OrderId order = new OrderId(readUuid(fields));
        TicketId ticket = TicketId.of(order, Short.toUnsignedInt(fields.getShort()));
        int admits = Short.toUnsignedInt(fields.getShort());
        int generation = Short.toUnsignedInt(fields.getShort());
        return new TicketCode(keyId, event, ticket, admits, generation, step(fields));
    }

    private static @Nullable CodeStep step(ByteBuffer fields) {
        return fields.hasRemaining()
                ? new CodeStep(Byte.toUnsignedInt(fields.get()) << Short.SIZE | Short.toUnsignedInt(fields.getShort()))
                : null;
    }

    private static UUID uuid(String value) {
        UUID uuid = UUID.fromString(value);
        if (!uuid.toString().equals(value)) {
            throw new IllegalArgumentException("A code names events and orders by UUID.");
        }
        return uuid;
    }

    private static void put(ByteBuffer code, UUID uuid) {
        code.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
    }

    private static String readUuid(ByteBuffer fields) {
        return new UUID(fields.getLong(), fields.getLong()).toString();
    }

    private static short count(int value) {
        if (value < 0 || value > MAX_COUNT) {
            throw new IllegalArgumentException("A code counts from 0 to 65535.");
        }
        return (short) value;
    }
}
