package com.thec1rcle.api.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.thec1rcle.api.night.Answer;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.api.night.Person;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The profile for production: a PostgreSQL, a MongoDB-wire server and an issuer of tokens that are not ours. */
class PostgresProfileJarIT {
    @TempDir
    Path folder;

    @Test
    void aNightRunsAndGoesOnAfterARestart() throws IOException, NoSuchAlgorithmException {
        KeyPair issuer = KeyPairGenerator.getInstance("RSA").generateKeyPair();
        Path publicKey = Files.writeString(folder.resolve("issuer.pem"), pem(issuer));
        MongoServer mongo = new MongoServer(new MemoryBackend());
        mongo.bind("127.0.0.1", 0);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            String[] settings = settings(postgres, mongo, publicKey);
            Person venueOwner = person(issuer, "vera");
            Person hostOwner = person(issuer, "hari");
            Person guest = person(issuer, "gita");
            String eventId;
            String tierId;
            String orderId;
            try (RunningJar jar = RunningJar.start(folder, Map.of(), settings)) {
                NightClient night = jar.client();
                night.post(
                                "/api/auth/register",
                                null,
                                Map.of("email", "a@example.com", "password", "12345678", "name", "A"))
                        .isProblem(404, "NOT_FOUND");
                String venueId = night.venue(venueOwner);
                String hostId = night.host(hostOwner);
                night.partnership(hostOwner, hostId, venueOwner, venueId);
                eventId = night.draft(hostOwner, hostId, venueId, NightClient.slot(2));
                tierId = night.tier(hostOwner, eventId, "General", "GENERAL", 49_900, 10);
                night.publish(hostOwner, venueOwner, eventId);
                Answer order = night.buy(guest, NightClient.basket(eventId, tierId, 2));
                orderId = order.text("orderId");
                night.post("/api/scan", venueOwner, Map.of("eventId", eventId, "code", order.text("tickets.0.code")))
                        .is(200);
            }
            try (RunningJar again = RunningJar.start(folder, Map.of(), settings)) {
                NightClient night = again.client();
                assertThat(night.get("/api/orders/" + orderId, guest).is(200).text("status"))
                        .isEqualTo("CONFIRMED");
                assertThat(night.get("/api/events/" + eventId, null).is(200).number("tiers.0.available"))
                        .isEqualTo(8);
                night.buy(guest, NightClient.basket(eventId, tierId, 1));
            }
        } finally {
            mongo.shutdownNow();
        }
    }

    private static String[] settings(EmbeddedPostgres postgres, MongoServer mongo, Path publicKey) {
        String address = "mongodb://127.0.0.1:" + mongo.getLocalAddress().getPort();
        List<String> settings = new ArrayList<>(List.of(
                "--spring.profiles.active=postgres",
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                "--spring.datasource.username=postgres",
                "--spring.datasource.password=",
                "--c1rcle.mongo.views=" + address + "/views",
                "--c1rcle.mongo.vault=" + address + "/vault",
                "--c1rcle.node-id=one",
                "--c1rcle.payment.provider=sandbox",
                "--c1rcle.secrets.fingerprint=" + "f".repeat(32),
                "--c1rcle.tickets.signing-key=k1",
                "--c1rcle.tickets.keys.k1=" + "k".repeat(32),
                "--spring.security.oauth2.resourceserver.jwt.public-key-location=file:" + publicKey));
        return settings.toArray(String[]::new);
    }

    private static Person person(KeyPair issuer, String name) {
        String userId = UUID.randomUUID().toString();
        String email = name + "@example.com";
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .subject(userId)
                        .claim("email", email)
                        .claim("email_verified", true)
                        .claim("name", name)
                        .expirationTime(Date.from(Instant.now().plusSeconds(3_600)))
                        .build());
        try {
            token.sign(new RSASSASigner(issuer.getPrivate()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new Person(userId, name, email, token.serialize());
    }

    private static String pem(KeyPair issuer) {
        String key = Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(issuer.getPublic().getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n";
    }
}
