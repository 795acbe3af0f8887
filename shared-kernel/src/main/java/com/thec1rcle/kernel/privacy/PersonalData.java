package com.thec1rcle.kernel.privacy;

import java.util.Optional;

/** Seals and opens personal data with a key per person, and fingerprints addresses so that equals can be found. */
public interface PersonalData {
    /** Seals a value under the key of the person, making the key if there is none. */
    Sealed seal(String person, Object value);

    /** Opens what was sealed; empty once the person's key has been destroyed. */
    <T> Optional<T> open(Sealed sealed, Class<T> type);

    /** A keyed hash of an email address, the same for every spelling of its case; nothing about it can be read back. */
    String fingerprint(String email);
}
