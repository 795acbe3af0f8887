package com.thec1rcle.api.account;

import com.thec1rcle.api.security.AdminSettings;
import com.thec1rcle.api.security.Administrator;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.message.Identifier;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes sure that the embedded issuer knows the platform administrator. */
@Component
@Profile("embedded")
public class AdminAccount {
    private static final int INVENTED_BYTES = 15;

    private final Accounts accounts;
    private final AdminSettings settings;
    private final Administrator administrator;

    AdminAccount(Accounts accounts, AdminSettings settings, Administrator administrator) {
        this.accounts = accounts;
        this.settings = settings;
        this.administrator = administrator;
    }

    /**
     * The administrator's address, and the password if it was invented just now: the only time it can be told.
     *
     * @param inventedPassword absent when it is configured, or was invented at an earlier start
     */
    public record Credentials(String email, @Nullable String inventedPassword) {
        @Override
        public String toString() {
            return "Credentials[...]";
        }
    }

    /** Registers the administrator unless there is one; a configured password is the password from now on. */
    public Credentials ensure() {
        String email = administrator.email();
        if (email == null) {
            throw new IllegalStateException("The embedded profile always has an administrator.");
        }
        String configured = settings.password();
        Account known = accounts.find(email).orElse(null);
        if (known != null) {
            if (configured != null) {
                accounts.setPassword(known, configured);
            }
            return new Credentials(email, null);
        }
        String password = configured == null ? invent() : configured;
        register(email, password);
        return new Credentials(email, configured == null ? password : null);
    }

    private void register(String email, String password) {
        try {
            accounts.register(new UserId(Identifier.random()), email, "Administrator", password);
        } catch (Refusal taken) {
            throw new IllegalStateException("Somebody registered the administrator's address meanwhile.", taken);
        }
    }

    private static String invent() {
        byte[] random = new byte[INVENTED_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
