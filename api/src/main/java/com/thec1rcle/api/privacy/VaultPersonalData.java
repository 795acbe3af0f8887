package com.thec1rcle.api.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.privacy.Sealed;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import tools.jackson.databind.json.JsonMapper;

/**
 * Personal data under AES-256-GCM with a key per person in the vault. Blocking where a key is not in the cache, so
 * whoever stands on the event loop calls it on a bounded elastic scheduler.
 */
public final class VaultPersonalData implements PersonalData {
    static final String COLLECTION = "person_keys";
    private static final String KEY = "key";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final byte VERSION = 1;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int CACHED_KEYS = 5_000;

    /** How long after an erasure another process may still read. */
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final MongoTemplate vault;
    private final SecretKeySpec fingerprintKey;
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, SecretKey> keys = Caffeine.newBuilder()
            .maximumSize(CACHED_KEYS)
            .expireAfterWrite(KEPT)
            .build();

    public VaultPersonalData(MongoTemplate vault, byte[] fingerprintSecret) {
        this.vault = vault;
        this.fingerprintKey = new SecretKeySpec(fingerprintSecret, "HmacSHA256");
    }

    @Override
    public Sealed seal(String person, Object value) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] plain = mapper.writeValueAsBytes(value);
        try {
            byte[] cipher =
                    cipher(Cipher.ENCRYPT_MODE, keyOrNew(person), person, nonce).doFinal(plain);
            byte[] sealed = ByteBuffer.allocate(1 + NONCE_BYTES + cipher.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(cipher)
                    .array();
            return new Sealed(person, Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + CIPHER + ".", impossible);
        }
    }

    @Override
    public <T> Optional<T> open(Sealed sealed, Class<T> type) {
        SecretKey key = key(sealed.person());
        if (key == null) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed.cipher()));
        if (buffer.remaining() <= NONCE_BYTES || buffer.get() != VERSION) {
            throw new IllegalArgumentException("This was not sealed here.");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        byte[] cipher = new byte[buffer.remaining()];
        buffer.get(cipher);
        try {
            byte[] plain =
                    cipher(Cipher.DECRYPT_MODE, key, sealed.person(), nonce).doFinal(cipher);
            return Optional.of(mapper.readValue(plain, type));
        } catch (AEADBadTagException sealedUnderADestroyedKey) {
            // The person was erased and came back: what was sealed before stays unreadable.
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has " + CIPHER + ".", impossible);
        }
    }

    @Override
    public String fingerprint(String email) {
        try {
            Mac mac = Mac.getInstance(fingerprintKey.getAlgorithm());
            mac.init(fingerprintKey);
            byte[] address = email.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(mac.doFinal(address));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", impossible);
        }
    }

    /** Destroys a person's key: nothing sealed under it can ever be read again. */
    public void erase(String person) {
        vault.remove(Query.query(Criteria.where("_id").is(person)), COLLECTION);
        keys.invalidate(person);
    }

    private static Cipher cipher(int mode, SecretKey key, String person, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        // A seal moved to another person does not open.
        cipher.updateAAD(person.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey keyOrNew(String person) {
        SecretKey known = key(person);
        return known == null ? newKey(person) : known;
    }

    private @Nullable SecretKey key(String person) {
        return keys.get(person, this::find);
    }

    private @Nullable SecretKey find(String person) {
        Document found = vault.findById(person, Document.class, COLLECTION);
        return found == null
                ? null
                : new SecretKeySpec(found.get(KEY, Binary.class).getData(), "AES");
    }

    private SecretKey newKey(String person) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        try {
            vault.insert(new Document("_id", person).append(KEY, new Binary(key)), COLLECTION);
        } catch (DuplicateKeyException anotherWasFaster) {
            SecretKey theirs = key(person);
            if (theirs == null) {
                throw new IllegalStateException("A person's key came and went.", anotherWasFaster);
            }
            return theirs;
        }
        SecretKey made = new SecretKeySpec(key, "AES");
        keys.put(person, made);
        return made;
    }
}
