package com.thec1rcle.api.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.stereotype.Component;

/** Signs access tokens for the accounts of the embedded issuer. */
@Component
@Profile("embedded")
class TokenIssuer {
    static final String ISSUER = "c1rcle-embedded";

    private final JwtEncoder encoder;
    private final Clock clock;
    private final Duration life;

    TokenIssuer(JwtEncoder encoder, Clock clock, AccountSettings settings) {
        this.encoder = encoder;
        this.clock = clock;
        this.life = settings.tokenLife();
    }

    Duration life() {
        return life;
    }

    String tokenFor(Account account) {
        Instant now = clock.instant();
        JwtClaimsSet claims = JwtClaimsSet.builder()
                .issuer(ISSUER)
                .subject(account.userId())
                .issuedAt(now)
                .expiresAt(now.plus(life))
                .claim("email", account.email())
                // Nobody sends mail in this profile; an address counts as verified because the operator hands it out.
                .claim("email_verified", true)
                .claim("name", account.name())
                .build();
        JwsHeader header = JwsHeader.with(SignatureAlgorithm.ES256).build();
        return encoder.encode(JwtEncoderParameters.from(header, claims)).getTokenValue();
    }
}
