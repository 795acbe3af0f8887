package com.thec1rcle.api.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.thec1rcle.api.privacy.VaultSecrets;
import com.thec1rcle.kernel.message.Identifier;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;

/** The key with which the embedded issuer signs; made once and kept in the vault. */
@Configuration(proxyBeanMethods = false)
@Profile("embedded")
class SigningKey {
    private static final String SECRET = "token-signing-key";

    @Bean
    ECKey tokenKey(VaultSecrets secrets) {
        byte[] key = secrets.get(SECRET, SigningKey::newKey);
        try {
            return ECKey.parse(new String(key, StandardCharsets.UTF_8));
        } catch (ParseException unreadable) {
            throw new IllegalStateException("The vault's " + SECRET + " cannot be read.", unreadable);
        }
    }

    @Bean
    JwtEncoder tokenEncoder(ECKey tokenKey) {
        return new NimbusJwtEncoder(new ImmutableJWKSet<>(new JWKSet(tokenKey)));
    }

    @Bean
    ReactiveJwtDecoder tokenDecoder(ECKey tokenKey) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(
                        token -> Flux.just(tokenKey.toPublicJWK()))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(TokenIssuer.ISSUER));
        return decoder;
    }

    private static byte[] newKey() {
        try {
            ECKey key = new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(Identifier.random())
                    .generate();
            return key.toJSONString().getBytes(StandardCharsets.UTF_8);
        } catch (JOSEException impossible) {
            throw new IllegalStateException("Every Java platform has P-256.", impossible);
        }
    }
}
