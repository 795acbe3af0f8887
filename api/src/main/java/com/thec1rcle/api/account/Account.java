package com.thec1rcle.api.account;

import java.time.Instant;
import org.springframework.data.annotation.Id;

/**
 * An account of the embedded issuer.
 *
 * @param id fingerprint of the address, so that an address has one account at most
 */
record Account(@Id String id, String userId, String email, String name, String passwordHash, Instant registeredAt) {
    Account withPasswordHash(String hash) {
        return new Account(id, userId, email, name, hash, registeredAt);
    }

    @Override
    public String toString() {
        return "Account[" + userId + "]";
    }
}
