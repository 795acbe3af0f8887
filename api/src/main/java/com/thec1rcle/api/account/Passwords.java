package com.thec1rcle.api.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Passwords as bcrypt hashes; slow on purpose. */
final class Passwords {
    private static final int STRENGTH = 10;

    private final BCryptPasswordEncoder bcrypt = new BCryptPasswordEncoder(STRENGTH);

    /** What a password is compared with when there is no account, so that both take as long. */
    private final String nobodys = hash("nobody has this password");

    String hash(String password) {
        return bcrypt.encode(condense(password));
    }

    /** Whether the password is the one that was hashed; without a hash it is not, and that takes as long to find out. */
    boolean matches(String password, @Nullable String hash) {
        boolean same = bcrypt.matches(condense(password), hash == null ? nobodys : hash);
        return same && hash != null;
    }

    /** Bcrypt reads 72 bytes only; a digest of the whole password fits. */
    private static String condense(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-384").digest(password.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-384.", impossible);
        }
    }
}
