package com.thec1rcle.api.privacy;

import com.thec1rcle.kernel.error.CannotStart;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Gives personal data its vault and the secret of its fingerprints. */
@Configuration(proxyBeanMethods = false)
class PrivacyConfiguration {
    private static final String SETTING = "c1rcle.secrets.fingerprint";
    private static final int SECRET_BYTES = 32;

    @Bean
    VaultPersonalData personalData(
            @Qualifier("vault") MongoTemplate vault,
            VaultSecrets secrets,
            Environment environment,
            @Value("${" + SETTING + ":#{null}}") @Nullable String configured) {
        return new VaultPersonalData(vault, fingerprintSecret(secrets, environment, configured));
    }

    private static byte[] fingerprintSecret(
            VaultSecrets secrets, Environment environment, @Nullable String configured) {
        if (configured != null && configured.length() >= SECRET_BYTES) {
            return configured.getBytes(StandardCharsets.UTF_8);
        }
        if (configured != null && !configured.isEmpty()) {
            throw new CannotStart("The setting " + SETTING + " is too short; it takes 32 random characters or more.");
        }
        if (!environment.acceptsProfiles(Profiles.of("embedded"))) {
            throw new CannotStart("The setting " + SETTING
                    + " is missing; it takes 32 random characters or more and must never change.");
        }
        return secrets.get("fingerprint", SECRET_BYTES);
    }
}
