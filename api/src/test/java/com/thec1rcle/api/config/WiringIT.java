package com.thec1rcle.api.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.ApplicationIT;
import com.thec1rcle.command.config.CaffeineCache;
import java.util.List;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.spring.config.SpringAxonConfiguration;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the framework would silently do otherwise. */
class WiringIT extends ApplicationIT {
    @Test
    void eventsAreStoredInARealTransaction(@Autowired TransactionManager transactions) {
        assertThat(transactions).isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void aCommitIsOnTheDisk(@Autowired JdbcTemplate sql) {
        assertThat(sql.queryForObject("show fsync", String.class)).isEqualTo("on");
        assertThat(sql.queryForObject("show synchronous_commit", String.class)).isEqualTo("on");
        assertThat(sql.queryForObject("show full_page_writes", String.class)).isEqualTo("on");
    }

    @Test
    void nothingThatAProjectionOrProcessCannotHandleIsSkipped(@Autowired EventProcessingConfiguration processing) {
        assertThat(processing.eventProcessors()).isNotEmpty();
        processing.eventProcessors().keySet().forEach(group -> {
            assertThat(processing.listenerInvocationErrorHandler(group)).isInstanceOf(PropagatingErrorHandler.class);
            assertThat(processing.deadLetterQueue(group).isPresent()).as(group).isEqualTo(group.startsWith("process-"));
        });
    }

    @Test
    void aggregatesAreKeptInMemoryWhereOnlyThisProcessDecides(@Autowired Cache aggregates) {
        assertThat(aggregates).isInstanceOf(CaffeineCache.class);
    }

    @Test
    void whatAsksByItselfBeginsOnceSomebodyDecidesAndBeforeTheDoorsOpen(@Autowired List<SmartLifecycle> lifecycles) {
        assertThat(lifecycles)
                .filteredOn(lifecycle -> lifecycle.getClass().getName().startsWith("com.thec1rcle.command"))
                .isNotEmpty()
                .extracting(SmartLifecycle::getPhase)
                .allMatch(phase -> phase > SpringAxonConfiguration.LIFECYCLE_PHASE
                        && phase < WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
    }
}
