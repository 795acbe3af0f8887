package com.thec1rcle.kernel.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events are for ever: what is written today must be read the same in ten years. Each revision of each event has a file
 * with its JSON; run with {@code -Dgolden.write=true} to write the files of new events, and never change an old one.
 */
class GoldenEventsTest {
    private static final Path FOLDER = Path.of("src/test/resources/golden");
    private static final Jackson3Serializer SERIALIZER =
            Jackson3Serializer.builder().build();
    private static final JsonMapper PRETTY = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    static Stream<Class<?>> events() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("com.thec1rcle.kernel")
                        .stream()
                        .filter(type ->
                                type.isInterface() && type.getSimpleName().endsWith("Event"))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventHasARevision(Class<?> event) {
        assertThat(event.getAnnotation(Revision.class)).as(event.getName()).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsWrittenAndReadAsItsFileSays(Class<?> event) throws IOException {
        Object sample = Samples.record(event);
        String written = SERIALIZER.serialize(sample, String.class).getData();
        Path file = file(event);
        if (Boolean.getBoolean("golden.write") && Files.notExists(file)) {
            Files.writeString(file, PRETTY.writeValueAsString(PRETTY.readTree(written)) + "\n");
        }

        assertThat(file).as("the golden file of " + event.getSimpleName()).exists();
        String golden = Files.readString(file);
        assertThat(PRETTY.readTree(written)).isEqualTo(PRETTY.readTree(golden));
        Object read = SERIALIZER.deserialize(
                new SimpleSerializedObject<>(golden, String.class, SERIALIZER.typeForClass(event)));
        assertThat(read).isEqualTo(sample);
    }

    @Test
    void thereIsNoFileWithoutItsEvent() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            events().map(event -> file(event).getFileName().toString())
                                    .toList());
        }
    }

    private static Path file(Class<?> event) {
        String revision = event.getAnnotation(Revision.class).value();
        String feature = event.getPackageName().substring(event.getPackageName().lastIndexOf('.') + 1);
        return FOLDER.resolve(feature + "." + event.getSimpleName() + ".r" + revision + ".json");
    }
}
