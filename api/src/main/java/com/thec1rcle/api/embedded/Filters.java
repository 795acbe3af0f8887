package com.thec1rcle.api.embedded;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a filter says of one key, at its top or in what it joins by {@code $and}. */
final class Filters {
    private static final String AND = "$and";

    private Filters() {}

    static Optional<Object> condition(Document filter, String key) {
        return Stream.concat(Stream.ofNullable(filter.get(key)), joined(filter.get(AND), key))
                .findFirst();
    }

    private static Stream<Object> joined(@Nullable Object filters, String key) {
        return filters instanceof Collection<?> all
                ? all.stream()
                        .filter(Document.class::isInstance)
                        .flatMap(each -> condition((Document) each, key).stream())
                : Stream.empty();
    }
}
