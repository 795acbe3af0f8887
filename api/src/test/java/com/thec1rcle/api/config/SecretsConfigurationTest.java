package com.thec1rcle.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.thec1rcle.api.config.TicketKeySettings.Algorithm;
import com.thec1rcle.api.privacy.VaultSecrets;
import com.thec1rcle.kernel.error.CannotStart;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.ticketing.TicketCodes;
import com.thec1rcle.kernel.ticketing.TicketId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class SecretsConfigurationTest {
    private static final EventId EVENT = new EventId("6f1c1a52-6d1c-8c0e-9a53-0d6f0f2f9b11");
    private static final TicketId TICKET = TicketId.of(new OrderId(EVENT.value()), 1);
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    private VaultFixture vault;

    @BeforeEach
    void start() {
        vault = VaultFixture.start();
    }

    @AfterEach
    void stop() {
        vault.close();
    }

    @Test
    void defect3ThereIsNoFallbackSecretOutsideTheEmbeddedProfile() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> codes("postgres", null, Map.of(), Algorithm.HMAC))
                .withMessageContaining("c1rcle.tickets.signing-key is missing");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> codes("postgres", null, Map.of("k1", SECRET), Algorithm.ED25519))
                .withMessageContaining("c1rcle.tickets.signing-key is missing");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> codes("postgres", "k1", Map.of("k1", "short"), Algorithm.HMAC))
                .withMessageContaining("shorter than 32 bytes")
                .withMessageContaining("c1rcle.tickets");
    }

    @Test
    void anInventedSecretStaysAndIsNobodyElses() {
        String code = sign(codes("embedded", null, Map.of(), Algorithm.HMAC));
        assertThat(codes("embedded", null, Map.of(), Algorithm.HMAC).verify(code))
                .isPresent();
        vault.clear();
        assertThat(codes("embedded", null, Map.of(), Algorithm.HMAC).verify(code))
                .isEmpty();
    }

    @Test
    void codesStayGoodWhenTheAlgorithmIsChanged() {
        TicketCodes hmac = codes("embedded", null, Map.of(), Algorithm.HMAC);
        TicketCodes ed25519 = codes("embedded", null, Map.of(), Algorithm.ED25519);
        assertThat(hmac.verify(sign(ed25519))).isPresent();
        assertThat(ed25519.verify(sign(hmac))).isPresent();
        assertThat(sign(ed25519)).isNotEqualTo(sign(hmac));
        assertThat(hmac.publicKeys()).isEqualTo(ed25519.publicKeys()).hasSize(1);
    }

    @Test
    void whatAnInventedKeySignedStaysGoodOnceAKeyIsNamed() {
        String before = sign(codes("embedded", null, Map.of(), Algorithm.HMAC));
        TicketCodes named = codes("embedded", "k1", Map.of("k1", SECRET), Algorithm.HMAC);
        assertThat(named.verify(before)).isPresent();
        assertThat(codes("postgres", "k1", Map.of("k1", SECRET), Algorithm.HMAC).verify(sign(named)))
                .isPresent();
        vault.clear();
        assertThat(codes("embedded", "k1", Map.of("k1", SECRET), Algorithm.HMAC).verify(before))
                .isEmpty();
    }

    @Test
    void keysOfWhichNoneSignsAreRefusedInEveryProfile() {
        for (String profile : List.of("embedded", "postgres")) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> codes(profile, null, Map.of("k1", SECRET), Algorithm.HMAC))
                    .withMessageContaining("c1rcle.tickets.signing-key is missing");
        }
    }

    private TicketCodes codes(
            String profile, @Nullable String signingKey, Map<String, String> keys, Algorithm algorithm) {
        MockEnvironment environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        return new SecretsConfiguration()
                .ticketCodes(
                        new TicketKeySettings(signingKey, keys, algorithm),
                        new VaultSecrets(vault.mongo()),
                        environment);
    }

    private static String sign(TicketCodes codes) {
        return codes.sign(EVENT, TICKET, 1, 1);
    }
}
