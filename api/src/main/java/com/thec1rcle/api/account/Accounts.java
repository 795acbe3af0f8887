package com.thec1rcle.api.account;

import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.privacy.PersonalData;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** The accounts of the embedded issuer, in the vault; blocking, and slow where passwords are compared. */
@Component
@Profile("embedded")
class Accounts {
    static final String COLLECTION = "accounts";

    private final MongoTemplate vault;
    private final PersonalData personalData;
    private final Clock clock;
    private final Passwords passwords = new Passwords();

    Accounts(@Qualifier("vault") MongoTemplate vault, PersonalData personalData, Clock clock) {
        this.vault = vault;
        this.personalData = personalData;
        this.clock = clock;
    }

    /**
     * Registers an account; asking again for the same user with the same password changes nothing.
     *
     * @throws Refusal with EMAIL_TAKEN if the address has another account
     */
    Account register(UserId userId, String email, String name, String password) throws Refusal {
        Account account = new Account(
                personalData.fingerprint(email),
                userId.value(),
                email.strip(),
                name,
                passwords.hash(password),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try {
            return vault.insert(account, COLLECTION);
        } catch (DuplicateKeyException taken) {
            return find(email)
                    .filter(known -> known.userId().equals(userId.value()))
                    .filter(known -> passwords.matches(password, known.passwordHash()))
                    .orElseThrow(() -> new Refusal(ErrorCode.EMAIL_TAKEN, "This address has an account already."));
        }
    }

    /** The account, if the password is right; takes as long if there is none. */
    @Nullable
    Account authenticate(String email, String password) {
        Account account = find(email).orElse(null);
        boolean right = passwords.matches(password, account == null ? null : account.passwordHash());
        return right ? account : null;
    }

    Optional<Account> find(String email) {
        return Optional.ofNullable(vault.findById(personalData.fingerprint(email), Account.class, COLLECTION));
    }

    /** Makes this the account's password from now on. */
    void setPassword(Account account, String password) {
        if (!passwords.matches(password, account.passwordHash())) {
            vault.save(account.withPasswordHash(passwords.hash(password)), COLLECTION);
        }
    }
}
