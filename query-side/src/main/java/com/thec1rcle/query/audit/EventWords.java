package com.thec1rcle.query.audit;

import com.thec1rcle.kernel.audit.AuditEntry;
import com.thec1rcle.kernel.message.MessageKeys;
import com.thec1rcle.kernel.privacy.Sealed;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Puts an event into words and data, its personal data left sealed. */
final class EventWords {
    static final String SEALED = "[sealed]";

    private static final TypeReference<Map<String, @Nullable Object>> DATA = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new SimpleModule().addSerializer(Sealed.class, new SealedAsSuch()))
            .build();

    private EventWords() {}

    static AuditEntry of(DomainEventMessage<?> event) {
        return new AuditEntry(
                event.getSequenceNumber(),
                event.getPayloadType().getSimpleName(),
                event.getTimestamp(),
                text(event.getMetaData(), MessageKeys.ACTOR_ID),
                text(event.getMetaData(), MessageKeys.CORRELATION_ID),
                JSON.convertValue(event.getPayload(), DATA));
    }

    private static @Nullable String text(MetaData metaData, String key) {
        return metaData.get(key) instanceof String value ? value : null;
    }

    private static final class SealedAsSuch extends ValueSerializer<Sealed> {
        @Override
        public void serialize(Sealed value, JsonGenerator generator, SerializationContext context) {
            generator.writeString(SEALED);
        }
    }
}
