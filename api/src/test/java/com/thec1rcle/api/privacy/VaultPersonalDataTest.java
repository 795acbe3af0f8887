package com.thec1rcle.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thec1rcle.api.config.VaultFixture;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.Sealed;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VaultPersonalDataTest {
    private static final Contact ASHA = new Contact("Asha Rao", "asha@example.com", "+91 98 0000 0000");
    private static VaultFixture vault;

    private VaultPersonalData data;

    @BeforeAll
    static void start() {
        vault = VaultFixture.start();
    }

    @AfterAll
    static void stop() {
        vault.close();
    }

    @BeforeEach
    void empty() {
        vault.clear();
        data = fresh("secret");
    }

    @Test
    void whatIsSealedOpensAgainAlsoElsewhere() {
        Sealed sealed = data.seal("asha", ASHA);
        assertThat(data.open(sealed, Contact.class)).contains(ASHA);
        assertThat(fresh("secret").open(sealed, Contact.class)).contains(ASHA);
    }

    @Test
    void nothingOfItCanBeSeen() {
        Sealed sealed = data.seal("asha", ASHA);
        assertThat(sealed.cipher()).doesNotContain("Asha").matches("[A-Za-z0-9_-]+");
        assertThat(data.seal("asha", ASHA).cipher()).isNotEqualTo(sealed.cipher());
    }

    @Test
    void whoIsErasedCannotBeReadAnyMore() {
        Sealed sealed = data.seal("asha", ASHA);
        data.erase("asha");
        assertThat(data.open(sealed, Contact.class)).isEmpty();
        assertThat(fresh("secret").open(sealed, Contact.class)).isEmpty();
    }

    @Test
    void whoComesBackAfterBeingErasedIsReadOnlyFromThenOn() {
        Sealed before = data.seal("asha", ASHA);
        data.erase("asha");
        Sealed after = data.seal("asha", ASHA);
        assertThat(data.open(before, Contact.class)).isEmpty();
        assertThat(data.open(after, Contact.class)).contains(ASHA);
    }

    @Test
    void aSealMovedToAnotherPersonDoesNotOpen() {
        Sealed sealed = data.seal("asha", ASHA);
        data.seal("ben", ASHA);
        assertThat(data.open(new Sealed("ben", sealed.cipher()), Contact.class)).isEmpty();
    }

    @Test
    void whatWasNeverSealedIsSaidToBeSo() {
        data.seal("asha", ASHA);
        assertThatThrownBy(() -> data.open(new Sealed("asha", "AAAA"), Contact.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void manyWhoSealForOnePersonAtOnceMakeOneKey() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Sealed>> seals = IntStream.range(0, 32)
                    .<Callable<Sealed>>mapToObj(i -> () -> fresh("secret").seal("asha", ASHA))
                    .toList();
            for (Future<Sealed> sealed : threads.invokeAll(seals)) {
                assertThat(data.open(sealed.get(), Contact.class)).contains(ASHA);
            }
        }
    }

    @Test
    void anAddressHasOneFingerprintHoweverItIsSpelled() {
        assertThat(data.fingerprint(" Asha@Example.com ")).isEqualTo(data.fingerprint("asha@example.com"));
        assertThat(data.fingerprint("asha@example.com")).isNotEqualTo(data.fingerprint("asha@example.org"));
        assertThat(data.fingerprint("asha@example.com"))
                .isNotEqualTo(fresh("another secret").fingerprint("asha@example.com"))
                .doesNotContain("asha")
                .hasSize(64);
    }

    @Test
    void manyWhoAskForOneSecretAtOnceGetTheSame() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<byte[]>> questions = IntStream.range(0, 32)
                    .<Callable<byte[]>>mapToObj(i -> () -> new VaultSecrets(vault.mongo()).get("one", 32))
                    .toList();
            byte[] first = new VaultSecrets(vault.mongo()).get("one", 32);
            assertThat(first).hasSize(32);
            for (Future<byte[]> secret : threads.invokeAll(questions)) {
                assertThat(secret.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void everySecretIsAnother() {
        VaultSecrets secrets = new VaultSecrets(vault.mongo());
        assertThat(secrets.get("a", 32)).isNotEqualTo(secrets.get("b", 32));
        assertThat(secrets.get("a", () -> new byte[] {1})).isEqualTo(secrets.get("a", 32));
    }

    private static VaultPersonalData fresh(String secret) {
        return new VaultPersonalData(vault.mongo(), secret.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
