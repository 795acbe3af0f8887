package com.thec1rcle.api.privacy;

import java.security.SecureRandom;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Secrets the system invents for itself, once, and keeps in the vault; blocking. */
@Component
public class VaultSecrets {
    static final String COLLECTION = "secrets";
    private static final String VALUE = "value";

    private final MongoTemplate vault;
    private final SecureRandom random = new SecureRandom();

    public VaultSecrets(@Qualifier("vault") MongoTemplate vault) {
        this.vault = vault;
    }

    /** The secret of this name; as many random bytes as asked for if there is none yet. */
    public byte[] get(String name, int bytes) {
        return get(name, () -> {
            byte[] invented = new byte[bytes];
            random.nextBytes(invented);
            return invented;
        });
    }

    /** The secret of this name, made when there is none yet; however many ask at once, all get the same. */
    public byte[] get(String name, Supplier<byte[]> maker) {
        byte[] known = find(name);
        if (known != null) {
            return known;
        }
        byte[] invented = maker.get();
        try {
            vault.insert(new Document("_id", name).append(VALUE, new Binary(invented)), COLLECTION);
            return invented;
        } catch (DuplicateKeyException anotherWasFaster) {
            byte[] theirs = find(name);
            if (theirs == null) {
                throw new IllegalStateException("The secret " + name + " came and went.", anotherWasFaster);
            }
            return theirs;
        }
    }

    /** The secret of this name, if there is one. */
    public byte @Nullable [] find(String name) {
        Document found = vault.findById(name, Document.class, COLLECTION);
        return found == null ? null : found.get(VALUE, Binary.class).getData();
    }
}
