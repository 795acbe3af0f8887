package com.thec1rcle.api.config;

import com.thec1rcle.api.privacy.VaultSecrets;
import com.thec1rcle.command.payment.SandboxSecrets;
import com.thec1rcle.kernel.error.CannotStart;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketKeys;
import java.util.Base64;
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

    @Bean
    TicketCodes ticketCodes(TicketKeySettings settings, VaultSecrets secrets, Environment environment) {
        return new TicketCodes(keys(settings, secrets, environment));
    }

    private static TicketKeys keys(TicketKeySettings settings, VaultSecrets secrets, Environment environment) {
        if (settings.signingKey() != null) {
            try {
                return new TicketKeys(settings.signingKey(), settings.keys());
            } catch (IllegalArgumentException unusable) {
                throw new CannotStart(unusable.getMessage() + " Mend c1rcle.tickets.*.", unusable);
            }
        }
        if (!environment.acceptsProfiles(Profiles.of("embedded"))) {
            throw new CannotStart("The setting c1rcle.tickets.signing-key is missing; it names the key among"
                    + " c1rcle.tickets.keys.* that signs ticket codes.");
        }
        return invented(settings.algorithm(), secrets);
    }

    /** A key of either kind, so that codes stay good when the algorithm is changed. */
    private static TicketKeys invented(TicketKeySettings.Algorithm algorithm, VaultSecrets secrets) {
        byte[] seed = secrets.get("ticket-key-ed25519", SECRET_BYTES);
        Map<String, String> keys = Map.of(
                "own",
                hex(secrets.get("ticket-key", SECRET_BYTES)),
                "ownpub",
                TicketKeys.ED25519_SEED + Base64.getEncoder().encodeToString(seed));
        return new TicketKeys(algorithm == TicketKeySettings.Algorithm.ED25519 ? "ownpub" : "own", keys);
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
