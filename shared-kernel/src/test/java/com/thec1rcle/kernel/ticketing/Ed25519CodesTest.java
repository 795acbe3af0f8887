package com.thec1rcle.kernel.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.order.OrderId;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Ed25519CodesTest {
    /** The first test vector of RFC 8032, section 7.1. */
    private static final byte[] SEED =
            HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    private static final byte[] PUBLIC =
            HexFormat.of().parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    private static final String SEED_KEY =
            TicketKeys.ED25519_SEED + Base64.getEncoder().encodeToString(SEED);
    private static final String PUBLIC_TEXT =
            Base64.getUrlEncoder().withoutPadding().encodeToString(PUBLIC);
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final EventId EVENT = new EventId("6f1c1a52-6d1c-8c0e-9a53-0d6f0f2f9b11");
    private static final TicketId TICKET = TicketId.of(new OrderId(EVENT.value()), 1);
    private static final TicketCodes SIGNING = new TicketCodes(new TicketKeys("ed", Map.of("ed", SEED_KEY)));

    @Test
    void aSeedGivesThePublicKeyAndSignatureOfTheStandard() {
        TicketKey key = TicketKey.of("ed", SEED_KEY);
        assertThat(key.publicKey()).isEqualTo(PUBLIC);
        assertThat(HexFormat.of().formatHex(key.sign(new byte[0], 0)))
                .isEqualTo("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bac"
                        + "c61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    }

    @Test
    void whoeverHasOnlyThePublicKeyVerifiesAndCannotSign() {
        Map<String, String> known = Map.of("ed", "ed25519-public:" + PUBLIC_TEXT, "own", SECRET);
        TicketCodes scanner = new TicketCodes(new TicketKeys("own", known));
        assertThat(scanner.verify(SIGNING.sign(EVENT, TICKET, 2, 3)))
                .contains(new TicketCode("ed", EVENT, TICKET, 2, 3, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new TicketKeys("ed", known));
    }

    @Test
    void thePublicKeysAreToldAndTheSecretsNever() {
        TicketKeys keys = new TicketKeys("own", Map.of("ed", SEED_KEY, "own", SECRET));
        assertThat(new TicketCodes(keys).publicKeys()).containsExactly(new PublicTicketKey("ed", PUBLIC_TEXT));
        assertThat(keys.keys().toString()).doesNotContain(SECRET).doesNotContain(SEED_KEY);
    }

    @Test
    void changingTheAlgorithmLeavesIssuedCodesGood() {
        TicketCodes before = new TicketCodes(new TicketKeys("own", Map.of("own", SECRET)));
        TicketCodes after = new TicketCodes(new TicketKeys("ed", Map.of("own", SECRET, "ed", SEED_KEY)));
        assertThat(after.verify(before.sign(EVENT, TICKET, 1, 1))).isPresent();
        assertThat(after.verify(after.sign(EVENT, TICKET, 1, 1)))
                .hasValueSatisfying(code -> assertThat(code.keyId()).isEqualTo("ed"));
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutSayingIt() {
        for (String bad : new String[] {"ed25519:AAAA", "ed25519:!", "ed25519-public:", "brief"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new TicketKeys("own", Map.of("own", SECRET, "bad", bad)))
                    .withMessageContaining("bad")
                    .withMessageNotContaining(bad);
        }
    }
}
