package com.thec1rcle.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Whatever an aggregate remembers can be written down and read again. */
class SnapshotsTest {
    private static final Jackson3Serializer JSON = Jackson3Serializer.builder().build();

    static Stream<Class<?>> aggregates() {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Decider.class));
        return scanner.findCandidateComponents("com.thec1rcle.command").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null));
    }

    @ParameterizedTest
    @MethodSource("aggregates")
    void anAggregateIsReadAsItWasWritten(Class<?> aggregate) throws ReflectiveOperationException {
        Constructor<?> constructor = aggregate.getDeclaredConstructor();
        constructor.setAccessible(true);

        roundTrip(constructor.newInstance());
    }

    @Test
    void whatWasDoneLatelyIsReadAsItWasWritten() {
        LatelyDone lately = new LatelyDone();
        lately.add("one");
        lately.add("two");

        roundTrip(lately);
    }

    private static void roundTrip(Object state) {
        SerializedObject<String> written = JSON.serialize(state, String.class);
        Object read = JSON.deserialize(written);

        assertThat(JSON.serialize(read, String.class).getData()).isEqualTo(written.getData());
    }
}
