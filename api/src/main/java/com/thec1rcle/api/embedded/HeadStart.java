package com.thec1rcle.api.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/** Starts the embedded PostgreSQL while the application is still being put together: a start is shorter by that. */
public final class HeadStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Logger LOG = LoggerFactory.getLogger(HeadStart.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context.getEnvironment().acceptsProfiles(Profiles.of("embedded"))) {
            DataFolder folder =
                    DataFolder.take(Path.of(context.getEnvironment().getRequiredProperty("c1rcle.data-dir")));
            Started started = new Started(
                    folder,
                    CompletableFuture.supplyAsync(() -> EmbeddedPostgresServer.start(folder.resolve("postgres"))));
            context.getBeanFactory().registerSingleton("embeddedHeadStart", started);
            // An application that fails to start may never get as far as owning the server.
            context.addApplicationListener((ApplicationListener<ApplicationFailedEvent>) failed -> started.stop());
        }
    }

    /** What has begun before the application context. */
    record Started(DataFolder folder, CompletableFuture<EmbeddedPostgresServer> server) {
        EmbeddedPostgresServer postgres() {
            try {
                return server.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        }

        void stop() {
            try {
                postgres().close();
            } catch (IOException | RuntimeException neverStarted) {
                LOG.debug("There is no PostgreSQL to stop.", neverStarted);
            }
        }
    }
}
