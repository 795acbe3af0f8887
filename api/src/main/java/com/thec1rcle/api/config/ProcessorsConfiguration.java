package com.thec1rcle.api.config;

import com.mongodb.client.MongoClient;
import com.thec1rcle.query.config.BatchInterceptor;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventhandling.deadletter.MongoSequencedDeadLetterQueue;
import org.axonframework.extensions.mongo.eventsourcing.tokenstore.MongoTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * How events reach projections and processes. A projection keeps its progress with its view and stops at what it
 * cannot handle; a process keeps its progress in the vault and puts what fails into a dead-letter queue.
 */
@Configuration(proxyBeanMethods = false)
class ProcessorsConfiguration {
    private static final String PROCESS = "process-";
    private static final int PROJECTION_BATCH = 200;
    private static final int PROCESS_BATCH = 100;
    private static final int PROCESS_SEGMENTS = 2;
    private static final int MAX_DEAD_SEQUENCES = 100_000;
    private static final Duration CLAIM = Duration.ofSeconds(10);

    /** Default, and for projections: progress is lost and rebuilt together with the views. */
    @Bean
    TokenStore viewTokens(
            @Qualifier("views") MongoClient client,
            MongoAddresses addresses,
            Serializer serializer,
            @Value("${c1rcle.node-id}") String nodeId) {
        return tokens(
                client, MongoConfiguration.databaseOf(addresses.views()), "projection_tokens", serializer, nodeId);
    }

    @Bean
    ConfigurerModule processors(
            ListableBeanFactory beans,
            @Qualifier("vault") MongoClient vault,
            MongoAddresses addresses,
            Serializer serializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            Environment environment,
            @Value("${c1rcle.node-id}") String nodeId) {
        Set<String> groups = processingGroups(beans);
        boolean axonServer = environment.acceptsProfiles(Profiles.of("axonserver"));
        String database = MongoConfiguration.databaseOf(addresses.vault());
        TokenStore processTokens = tokens(vault, database, "process_tokens", serializer, nodeId);
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            processing.registerDefaultListenerInvocationErrorHandler(config -> PropagatingErrorHandler.instance());
            processing.registerDefaultErrorHandler(config -> PropagatingErrorHandler.instance());
            processing.registerDefaultSequencingPolicy(config -> SequentialPerAggregatePolicy.instance());
            processing.registerDefaultDeadLetterPolicy(config -> new RetryPolicy());
            for (String group : groups) {
                boolean process = group.startsWith(PROCESS);
                stream(
                        processing,
                        group,
                        axonServer,
                        process ? PROCESS_SEGMENTS : 1,
                        process ? PROCESS_BATCH : PROJECTION_BATCH);
                // Handlers write to MongoDB or send commands; an open SQL transaction around them would only cost.
                processing.registerTransactionManager(group, config -> NoTransactionManager.INSTANCE);
                if (process) {
                    processing.registerTokenStore(group, config -> processTokens);
                    processing.registerDeadLetterQueue(
                            group, config -> deadLetters(group, vault, database, serializer, eventSerializer));
                    processing.registerDeadLetteringEventHandlerInvokerConfiguration(
                            group, (config, invoker) -> invoker.enableSequenceIdentifierCache());
                } else {
                    processing.registerHandlerInterceptor(group, config -> new BatchInterceptor());
                }
            }
        };
    }

    /**
     * On PostgreSQL each processor waits for events with a thread of its own, which wakes within a millisecond where a
     * pooled one looks twice a second; Axon Server wakes pooled ones itself.
     */
    private static void stream(
            EventProcessingConfigurer processing, String group, boolean axonServer, int segments, int batch) {
        if (axonServer) {
            processing.registerPooledStreamingEventProcessor(
                    group,
                    org.axonframework.config.Configuration::eventStore,
                    (config, builder) -> builder.initialSegmentCount(segments)
                            .batchSize(batch)
                            .initialToken(StreamableMessageSource::createTailToken));
        } else {
            processing.registerEventProcessor(
                    group, (name, config, handlers) -> tracking(name, config, handlers, segments, batch));
        }
    }

    private static EventProcessor tracking(
            String name,
            org.axonframework.config.Configuration config,
            EventHandlerInvoker handlers,
            int segments,
            int batch) {
        EventProcessingConfiguration processing = config.eventProcessingConfiguration();
        return TrackingEventProcessor.builder()
                .name(name)
                .eventHandlerInvoker(new HandledTypes(handlers))
                .rollbackConfiguration(processing.rollbackConfiguration(name))
                .errorHandler(processing.errorHandler(name))
                .messageMonitor(processing.messageMonitor(TrackingEventProcessor.class, name))
                .messageSource(config.eventStore())
                .tokenStore(processing.tokenStore(name))
                .transactionManager(processing.transactionManager(name))
                .spanFactory(config.getComponent(EventProcessorSpanFactory.class))
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forParallelProcessing(segments)
                        .andBatchSize(batch)
                        .andInitialTrackingToken(StreamableMessageSource::createTailToken)
                        .andTokenClaimInterval(CLAIM.toMillis() / 2, TimeUnit.MILLISECONDS))
                .build();
    }

    private static TokenStore tokens(
            MongoClient client, String database, String collection, Serializer serializer, String nodeId) {
        TokenStore store = MongoTokenStore.builder()
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(client, database)
                        .trackingTokensCollectionName(collection)
                        .build())
                .transactionManager(NoTransactionManager.INSTANCE)
                .serializer(serializer)
                .nodeId(nodeId)
                .claimTimeout(CLAIM)
                .build();
        return new GatheredProgress(store, CLAIM);
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> deadLetters(
            String group, MongoClient vault, String database, Serializer serializer, Serializer eventSerializer) {
        return MongoSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .mongoTemplate(DefaultMongoTemplate.builder()
                        .mongoDatabase(vault, database)
                        .deadLetterCollectionName("dead_letters")
                        .build())
                .transactionManager(NoTransactionManager.INSTANCE)
                .maxSequences(MAX_DEAD_SEQUENCES)
                .maxSequenceSize(MAX_DEAD_SEQUENCES)
                .serializer(serializer)
                .build();
    }

    /** The groups of this process, by the roles it has. */
    private static Set<String> processingGroups(ListableBeanFactory beans) {
        Set<String> groups = new TreeSet<>();
        for (String bean : beans.getBeanNamesForAnnotation(ProcessingGroup.class)) {
            ProcessingGroup group = beans.findAnnotationOnBean(bean, ProcessingGroup.class);
            if (group != null) {
                groups.add(group.value());
            }
        }
        return groups;
    }
}
