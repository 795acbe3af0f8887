package com.thec1rcle.api.idempotency;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Clears old answers away, for not every store of the vault forgets by itself. */
@Component
class AnswerSweep implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(AnswerSweep.class);
    private static final Duration EVERY = Duration.ofMinutes(30);

    private final StoredAnswers answers;
    private @Nullable Disposable running;

    AnswerSweep(StoredAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void start() {
        running = Flux.interval(EVERY, Schedulers.boundedElastic())
                .onBackpressureDrop()
                .concatMap(tick -> Mono.fromRunnable(answers::sweep)
                        .onErrorResume(DataAccessException.class, unreachable -> {
                            LOG.warn("Old answers could not be cleared away; the next round will.", unreachable);
                            return Mono.empty();
                        }))
                .subscribe();
    }

    @Override
    public void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
