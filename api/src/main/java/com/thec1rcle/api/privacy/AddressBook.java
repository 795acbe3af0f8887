package com.thec1rcle.api.privacy;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.privacy.Contact;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.privacy.Sealed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Whose an email address is, for those who want to reach a person by it: in the vault, found by the address's
 * fingerprint, the rest sealed under the person's key. It knows whoever registered or signed in with a verified address.
 * Blocking.
 */
@Component
public class AddressBook {
    static final String COLLECTION = "addresses";

    private final MongoTemplate vault;
    private final PersonalData personalData;

    AddressBook(@Qualifier("vault") MongoTemplate vault, PersonalData personalData) {
        this.vault = vault;
        this.personalData = personalData;
    }

    /** A person and how to address them. */
    public record Person(UserId userId, Contact contact) {}

    record Entry(@Id String id, String userId, Sealed contact) {}

    /** Notes whose the address is from now on; writes only what it did not know. */
    public void remember(UserId userId, String email, @Nullable String name) {
        String address = personalData.fingerprint(email);
        Contact contact = new Contact(name == null || name.isBlank() ? localPart(email) : name, email.strip(), null);
        if (!find(email).filter(new Person(userId, contact)::equals).isPresent()) {
            Sealed sealed = personalData.seal(userId.value(), contact);
            vault.save(new Entry(address, userId.value(), sealed), COLLECTION);
        }
    }

    /** Whose the address is; nobody's if that person was erased. */
    public Optional<Person> find(String email) {
        return Optional.ofNullable(vault.findById(personalData.fingerprint(email), Entry.class, COLLECTION))
                .flatMap(entry -> personalData
                        .open(entry.contact(), Contact.class)
                        .map(contact -> new Person(new UserId(entry.userId()), contact)));
    }

    private static String localPart(String email) {
        return email.strip().split("@", 2)[0];
    }
}
