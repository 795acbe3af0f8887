package com.thec1rcle.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.config.VaultFixture;
import com.thec1rcle.api.privacy.AddressBook.Person;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.privacy.Contact;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddressBookTest {
    private static final UserId ASHA = new UserId("user-1");
    private static final UserId RAVI = new UserId("user-2");

    private VaultFixture vault;
    private VaultPersonalData personalData;
    private AddressBook addresses;

    @BeforeEach
    void start() {
        vault = VaultFixture.start();
        personalData = new VaultPersonalData(vault.mongo(), new byte[32]);
        addresses = new AddressBook(vault.mongo(), personalData);
    }

    @AfterEach
    void stop() {
        vault.close();
    }

    @Test
    void aPersonIsFoundByTheirAddressHoweverItsCaseIs() {
        addresses.remember(ASHA, "Asha@Example.com", "Asha Rao");
        assertThat(addresses.find(" asha@example.COM "))
                .contains(new Person(ASHA, new Contact("Asha Rao", "Asha@Example.com", null)));
        assertThat(addresses.find("nobody@example.com")).isEmpty();
    }

    @Test
    void whoeverCameLastWithAnAddressHasIt() {
        addresses.remember(ASHA, "asha@example.com", "Asha Rao");
        addresses.remember(RAVI, "asha@example.com", null);
        assertThat(addresses.find("asha@example.com"))
                .contains(new Person(RAVI, new Contact("asha", "asha@example.com", null)));
    }

    @Test
    void nothingReadableIsKept() {
        addresses.remember(ASHA, "asha@example.com", "Asha Rao");
        Document kept =
                vault.mongo().findAll(Document.class, AddressBook.COLLECTION).getFirst();
        assertThat(kept.toJson()).doesNotContain("example.com").doesNotContain("Rao");
    }

    @Test
    void whoWasErasedIsNotFoundAndMayComeBack() {
        addresses.remember(ASHA, "asha@example.com", "Asha Rao");
        personalData.erase(ASHA.value());
        assertThat(addresses.find("asha@example.com")).isEmpty();
        addresses.remember(ASHA, "asha@example.com", "Asha Rao");
        assertThat(addresses.find("asha@example.com")).isPresent();
    }
}
