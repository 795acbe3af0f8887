package com.thec1rcle.api.demo;

import com.thec1rcle.api.account.AdminAccount;
import com.thec1rcle.api.account.AdminAccount.Credentials;
import com.thec1rcle.api.config.QueryClient;
import com.thec1rcle.api.security.AdminSettings;
import com.thec1rcle.kernel.maintenance.FreshnessQuery.EventPosition;
import com.thec1rcle.kernel.maintenance.FreshnessQuery.FindHead;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Makes a fresh embedded system usable at once, and tells whoever started it where to look. */
@Component
@Profile("embedded")
class FirstStart implements SmartInitializingSingleton, ApplicationRunner {
    private static final int PASSWORD_BYTES = 9;

    private final AdminAccount administrator;
    private final AdminSettings settings;
    private final QueryClient queries;
    private final Environment environment;
    private final Clock clock;
    private final boolean demo;
    private @Nullable Credentials admin;

    FirstStart(
            AdminAccount administrator,
            AdminSettings settings,
            QueryClient queries,
            Environment environment,
            Clock clock,
            @Value("${c1rcle.demo}") boolean demo) {
        this.administrator = administrator;
        this.settings = settings;
        this.queries = queries;
        this.environment = environment;
        this.clock = clock;
        this.demo = demo;
    }

    /** Before the server listens, or somebody else could register the administrator's address first. */
    @Override
    public void afterSingletonsInstantiated() {
        admin = administrator.ensure();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        boolean empty = queries.ask(new FindHead(), EventPosition.class)
                .map(head -> head.value() < 0)
                .blockOptional()
                .orElse(false);
        Credentials admin = Objects.requireNonNull(this.admin);
        String adminPassword = admin.inventedPassword() == null ? settings.password() : admin.inventedPassword();
        String demoPassword = demo && empty && adminPassword != null ? load(admin.email(), adminPassword) : null;
        tell(System.out, admin, demoPassword);
    }

    private String load(String adminEmail, String adminPassword) {
        DemoClient client = new DemoClient(port());
        String adminToken = client.post("/api/auth/token", null, Map.of("email", adminEmail, "password", adminPassword))
                .path("accessToken")
                .asString();
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        new DemoNight(client, clock, adminToken, password).load();
        return password;
    }

    /** Printed, not logged: passwords do not belong into log files. */
    private void tell(PrintStream out, Credentials admin, @Nullable String demoPassword) {
        out.println();
        out.println("THE C1RCLE listens at http://localhost:" + port());
        out.println("  What it can do:   http://localhost:" + port() + "/docs");
        out.println("  Administrator:    " + admin.email()
                + (admin.inventedPassword() == null
                        ? ""
                        : "  password " + admin.inventedPassword() + "  (told this once)"));
        if (demoPassword != null) {
            out.println("  A demo night is loaded; its people all have the password " + demoPassword
                    + "  (told this once):");
            out.println("    venue@demo.example, host@demo.example, promoter@demo.example, guest@demo.example,"
                    + " door@demo.example");
        }
        out.println();
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }
}
