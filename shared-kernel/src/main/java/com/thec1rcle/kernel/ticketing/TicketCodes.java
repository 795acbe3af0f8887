package com.thec1rcle.kernel.ticketing;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the signed codes of tickets; both sides use this one class, so that a code that was issued always
 * verifies. The form, before URL-safe base64: version and key id length in one byte, key id, event (16 bytes), order
 * (16), ticket number, admits and generation (2 each), HMAC-SHA256 over all of that (32). The longest code has 106
 * characters: a QR code of version 6 at level M.
 */
public final class TicketCodes {
    /** Longest code, in characters. */
    public static final int MAX_LENGTH = 106;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int VERSION = 1;
    private static final int SIGNATURE_BYTES = 32;
    private static final int FIXED_BYTES = 1 + 2 * Long.BYTES + 2 * Long.BYTES + 3 * Short.BYTES;
    private static final int MAX_COUNT = 0xffff;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final String signingKeyId;
    private final Map<String, SecretKeySpec> keys;

    public TicketCodes(TicketKeys ring) {
        this.signingKeyId = ring.signingKeyId();
        this.keys = ring.secrets().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, key -> specOf(key.getValue())));
    }

    /**
     * The code of a ticket, signed with the key that signs now.
     *
     * @throws IllegalArgumentException if event or order are no UUIDs, or a number is not between 0 and 65535
     */
    public String sign(EventId eventId, TicketId ticketId, int admits, int generation) {
        byte[] keyId = signingKeyId.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer code = ByteBuffer.allocate(FIXED_BYTES + keyId.length + SIGNATURE_BYTES);
        code.put((byte) (VERSION << 4 | keyId.length)).put(keyId);
        put(code, uuid(eventId.value()));
        put(code, uuid(ticketId.orderId().value()));
        code.putShort(count(ticketId.number())).putShort(count(admits)).putShort(count(generation));
        code.put(signature(keyOf(signingKeyId), code.array(), code.position()));
        return ENCODER.encodeToString(code.array());
    }

    /** What the code says, if one of our keys signed exactly it; empty for anything else, however odd. */
    public Optional<TicketCode> verify(String code) {
        return Optional.ofNullable(bytesOf(code)).map(this::read);
    }

    private @Nullable TicketCode read(byte[] bytes) {
        int keyIdLength = bytes[0] & 0x0f;
        if (bytes[0] >> 4 != VERSION
                || keyIdLength < 1
                || keyIdLength > TicketKeys.MAX_KEY_ID_LENGTH
                || bytes.length != FIXED_BYTES + keyIdLength + SIGNATURE_BYTES) {
            return null;
        }
        String keyId = new String(bytes, 1, keyIdLength, StandardCharsets.US_ASCII);
        SecretKeySpec key = keys.get(keyId);
        int signed = bytes.length - SIGNATURE_BYTES;
        if (key == null
                || !MessageDigest.isEqual(
                        signature(key, bytes, signed), Arrays.copyOfRange(bytes, signed, bytes.length))) {
            return null;
        }
        return contents(keyId, ByteBuffer.wrap(bytes, 1 + keyIdLength, signed - 1 - keyIdLength));
    }

    private static TicketCode contents(String keyId, ByteBuffer fields) {
        EventId event = new EventId(readUuid(fields));
        OrderId order = new OrderId(readUuid(fields));
        TicketId ticket = TicketId.of(order, Short.toUnsignedInt(fields.getShort()));
        int admits = Short.toUnsignedInt(fields.getShort());
        return new TicketCode(keyId, event, ticket, admits, Short.toUnsignedInt(fields.getShort()));
    }

    /** The bytes of a code in its one true spelling; a code may not have several. */
    private static byte @Nullable [] bytesOf(String code) {
        if (code.isEmpty() || code.length() > MAX_LENGTH) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = DECODER.decode(code);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
        return bytes.length > 0 && ENCODER.encodeToString(bytes).equals(code) ? bytes : null;
    }

    private SecretKeySpec keyOf(String keyId) {
        SecretKeySpec key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("The signing key is always among the keys.");
        }
        return key;
    }

    private static byte[] signature(SecretKeySpec key, byte[] bytes, int length) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(bytes, 0, length);
            return mac.doFinal();
        } catch (NoSuchAlgorithmException | InvalidKeyException missing) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256.", missing);
        }
    }

    private static SecretKeySpec specOf(String secret) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
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
