package com.thec1rcle.api.config;

import com.thec1rcle.api.privacy.VaultSecrets;
import com.thec1rcle.command.payment.SandboxSecrets;
import com.thec1rcle.kernel.error.CannotStart;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketKeys;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Secrets come from settings; only the embedded profile invents those that are missing, and keeps them in the vault. */
@Configuration(proxyBeanMethods = false)
class SecretsConfiguration {
    private static final int SECRET_BYTES = 32;
    private static final int KEY_ID_BYTES = 7;
    private static final String HMAC_KEY = "own";
    private static final String HMAC_SECRET = "ticket-key";
    private static final String ED25519_KEY = "ownpub";
    private static final String ED25519_SECRET = "ticket-key-ed25519";

    @Bean
    TicketCodes ticketCodes(TicketKeySettings settings, VaultSecrets secrets, Environment environment) {
        return new TicketCodes(keys(settings, secrets, environment));
    }

    private static TicketKeys keys(TicketKeySettings settings, VaultSecrets secrets, Environment environment) {
        boolean embedded = environment.acceptsProfiles(Profiles.of("embedded"));
        if (settings.signingKey() != null) {
            return named(settings.signingKey(), settings.keys(), embedded ? inventedBefore(secrets) : Map.of());
        }
        if (!embedded || !settings.keys().isEmpty()) {
            throw new CannotStart("The setting c1rcle.tickets.signing-key is missing; it names the key among"
                    + " c1rcle.tickets.keys.* that signs ticket codes.");
        }
        return invented(settings.algorithm(), secrets);
    }

    /** @param before keys that signed before any was named: what they signed stays good */
    private static TicketKeys named(String signingKey, Map<String, String> named, Map<String, String> before) {
        Map<String, String> keys = new HashMap<>(before);
        keys.putAll(named);
        try {
            return new TicketKeys(signingKey, keys);
        } catch (IllegalArgumentException unusable) {
            throw new CannotStart(unusable.getMessage() + " Mend c1rcle.tickets.*.", unusable);
        }
    }

    /** A key of either kind, so that codes stay good when the algorithm is changed. */
    private static TicketKeys invented(TicketKeySettings.Algorithm algorithm, VaultSecrets secrets) {
        secrets.get(HMAC_SECRET, SECRET_BYTES);
        secrets.get(ED25519_SECRET, SECRET_BYTES);
        return new TicketKeys(
                algorithm == TicketKeySettings.Algorithm.ED25519 ? ED25519_KEY : HMAC_KEY, inventedBefore(secrets));
    }

    private static Map<String, String> inventedBefore(VaultSecrets secrets) {
        Map<String, String> keys = new HashMap<>();
        byte[] secret = secrets.find(HMAC_SECRET);
        if (secret != null) {
            keys.put(HMAC_KEY, hex(secret));
        }
        byte[] seed = secrets.find(ED25519_SECRET);
        if (seed != null) {
            keys.put(ED25519_KEY, TicketKeys.ED25519_SEED + Base64.getEncoder().encodeToString(seed));
        }
        return keys;
    }

    /** Asked for only where the sandbox is the gateway. */
    @Bean
    @Lazy
    SandboxSecrets sandboxSecrets(VaultSecrets secrets) {
        return new SandboxSecrets(
                "sandbox_" + hex(secrets.get("sandbox-key-id", KEY_ID_BYTES)),
                hex(secrets.get("sandbox-key-secret", SECRET_BYTES)),
                hex(secrets.get("sandbox-webhook-secret", SECRET_BYTES)));
    }

    private static String hex(byte[] secret) {
        return HexFormat.of().formatHex(secret);
    }
}
