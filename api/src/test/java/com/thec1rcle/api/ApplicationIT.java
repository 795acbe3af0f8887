package com.thec1rcle.api;

import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test over HTTP against the running application; all of them share one, so none may expect an empty one. */
@SpringBootTest(
        classes = ApiApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "c1rcle.demo=false",
            "c1rcle.promoter.commission-payable=on-order",
            "c1rcle.waiting-list.size=" + ApplicationIT.WAITING_LIST,
            "c1rcle.admin.email=" + ApplicationIT.ADMIN_EMAIL,
            "c1rcle.admin.password=" + ApplicationIT.ADMIN_PASSWORD
        })
public abstract class ApplicationIT {
    /** How many people wait for one tier at most. */
    protected static final int WAITING_LIST = 3;

    static final String ADMIN_EMAIL = "admin@example.com";
    static final String ADMIN_PASSWORD = "the administrator's password";
    private static final Path DATA =
            Path.of("target", "it-data", UUID.randomUUID().toString());

    @LocalServerPort
    private int port;

    protected NightClient night;

    @DynamicPropertySource
    static void data(DynamicPropertyRegistry registry) {
        registry.add("c1rcle.data-dir", DATA::toString);
    }

    @BeforeEach
    void connect() {
        night = new NightClient("http://127.0.0.1:" + port);
    }

    protected Person admin() {
        return night.signIn(ADMIN_EMAIL, ADMIN_PASSWORD);
    }
}
