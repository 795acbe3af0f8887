package com.thec1rcle.api.problem;

import com.thec1rcle.kernel.error.ErrorCode;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Explains to the caller why a JSON body could not be read, in words that show nothing of the inside. */
final class UnreadableJson {
    private UnreadableJson() {}

    static Problem explain(JacksonException json) {
        String field = fieldOf(json);
        if (json instanceof InputCoercionException && !field.isEmpty()) {
            return Problem.invalid(field, "A number of the right size is required.");
        }
        if (!(json instanceof DatabindException)) {
            return Problem.of(ErrorCode.MALFORMED_REQUEST, "The body is not JSON" + positionOf(json) + ".");
        }
        if (field.isEmpty()) {
            return Problem.of(ErrorCode.MALFORMED_REQUEST, "The body is JSON, but not of the shape expected here.");
        }
        return Problem.invalid(field, messageOf(json));
    }

    private static String positionOf(JacksonException json) {
        return json.getLocation() == null || json.getLocation().getLineNr() < 1
                ? ""
                : " (line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr() + ")";
    }

    private static String fieldOf(JacksonException json) {
        StringBuilder field = new StringBuilder();
        for (Reference step : json.getPath()) {
            if (step.getPropertyName() == null) {
                field.append('[').append(step.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return field.toString();
    }

    private static String messageOf(JacksonException json) {
        return switch (json) {
            case PropertyBindingException unknown -> "There is no such field here.";
            case ValueInstantiationException value -> saidBy(value.getCause());
            case MismatchedInputException mismatch -> expected(mismatch.getTargetType());
            default -> saidBy(json.getCause());
        };
    }

    private static String saidBy(@Nullable Throwable cause) {
        return cause instanceof IllegalArgumentException && cause.getMessage() != null
                ? cause.getMessage()
                : "This value is missing or has the wrong form.";
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "This value has the wrong form.";
        }
        if (type.isEnum()) {
            return "One of "
                    + Arrays.stream(type.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "))
                    + ".";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "A time in ISO-8601, such as 2026-12-04T15:30:00Z for an instant or 2026-12-04 for a date.";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return type == boolean.class ? "true or false." : "A number of the right size is required.";
        }
        return "This value has the wrong form.";
    }
}
