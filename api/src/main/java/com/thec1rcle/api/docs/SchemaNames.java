package com.thec1rcle.api.docs;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Names the schemas: what is nested says what it belongs to, and no two types share a name. */
final class SchemaNames extends TypeNameResolver {
    private static final String HOUSE = "com.thec1rcle.";
    private static final Pattern WORD = Pattern.compile("[A-Z][a-z]+");

    private final Map<String, Class<?>> named = new ConcurrentHashMap<>();

    /** The house's own types that have a schema, by its name. */
    Map<String, Class<?>> named() {
        return Map.copyOf(named);
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        String name = super.nameForClass(type, options);
        if (type.getName().startsWith(HOUSE)) {
            Class<?> first = named.putIfAbsent(name, type);
            if (first != null && !first.equals(type)) {
                throw new IllegalStateException(first.getName() + " and " + type.getName() + " are both called " + name
                        + "; give one of them another name with @Schema.");
            }
        }
        return name;
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        Class<?> owner = type.getEnclosingClass();
        return owner == null ? type.getSimpleName() : withSubject(type.getSimpleName(), subject(owner));
    }

    /** What a controller or another type is about. */
    static String subject(Class<?> type) {
        return type.getSimpleName().replaceFirst("Controller$", "");
    }

    private static String withSubject(String name, String subject) {
        boolean said = WORD.matcher(subject).results().map(MatchResult::group).anyMatch(name::contains);
        return said ? name : subject + name;
    }
}
