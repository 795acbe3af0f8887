package com.thec1rcle.api.config;

import com.thec1rcle.kernel.error.CannotStart;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/** Waits for Axon Server before anything starts: with a fresh token store the framework would give up for good. */
public final class AxonServerGate implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Logger LOG = LoggerFactory.getLogger(AxonServerGate.class);
    private static final int DEFAULT_PORT = 8124;
    private static final int TRIES = 120;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment().acceptsProfiles(Profiles.of("axonserver"))) {
            String servers = context.getEnvironment().getRequiredProperty("axon.axonserver.servers");
            for (int attempt = 1; !anyAnswers(servers); attempt++) {
                if (attempt == TRIES) {
                    throw new CannotStart("Axon Server does not answer at " + servers
                            + "; start it, or set axon.axonserver.servers to where it is.");
                }
                if (attempt == 1) {
                    LOG.info("Waiting for Axon Server at {}.", servers);
                }
                pause();
            }
        }
    }

    private static boolean anyAnswers(String servers) {
        for (String server : servers.split(",")) {
            String[] parts = server.trim().split(":");
            int port = parts.length > 1 ? Integer.parseInt(parts[1]) : DEFAULT_PORT;
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(parts[0], port), (int) BETWEEN_TRIES.toMillis());
                return true;
            } catch (IOException silent) {
                LOG.debug("{} does not answer yet.", server);
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_TRIES);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while waiting for Axon Server.", interrupted);
        }
    }
}
