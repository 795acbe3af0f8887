package com.thec1rcle.kernel.ticketing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The code that opens a hidden tier, kept only as a hash of its own for each tier. */
public final class AccessCode {
    private static final String ALGORITHM = "HmacSHA256";

    private AccessCode() {}

    /** The hash that the tier keeps of a code; the same code has another hash on another tier. */
    public static String seal(TierId tier, String code) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash(tier, code));
    }

    /** Whether a code is the one that was sealed; takes the same time for every wrong one. */
    public static boolean opens(String sealed, TierId tier, String code) {
        return MessageDigest.isEqual(Base64.getUrlDecoder().decode(sealed), hash(tier, code));
    }

    private static byte[] hash(TierId tier, String code) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(("tier-access|" + tier.value()).getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(code.strip().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", missing);
        }
    }
}
