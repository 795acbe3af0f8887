package com.thec1rcle.api.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.RefusalDetails;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a request that failed, as RFC 9457 has it.
 *
 * @param detail a sentence that helps; absent when the failure is nobody's business
 * @param errors what is wrong with which field of the request
 * @param facts extra members, such as {@code available}
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "errors"})
public record Problem(
        URI type,
        String title,
        int status,
        @Nullable String detail,
        ErrorCode code,
        List<Invalid> errors,
        Map<String, Object> facts) {
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,18}");

    public Problem {
        errors = List.copyOf(errors);
        facts = Map.copyOf(facts);
    }

    /** One thing that is wrong with the request, and where. */
    public record Invalid(String field, String message) {}

    static Problem of(ErrorCode code, @Nullable String detail) {
        return new Problem(typeOf(code), titleOf(code), code.status(), detail, code, List.of(), Map.of());
    }

    static Problem of(RefusalDetails refusal) {
        Map<String, Object> facts = new TreeMap<>();
        refusal.facts().forEach((name, value) -> facts.put(name, numberOrText(value)));
        return new Problem(
                typeOf(refusal.code()),
                titleOf(refusal.code()),
                refusal.code().status(),
                refusal.message(),
                refusal.code(),
                List.of(),
                facts);
    }

    static Problem invalid(List<Invalid> errors) {
        ErrorCode code = ErrorCode.VALIDATION_FAILED;
        String detail = errors.isEmpty()
                ? "The request is not as it should be."
                : errors.getFirst().field() + ": " + errors.getFirst().message();
        return new Problem(typeOf(code), titleOf(code), code.status(), detail, code, errors, Map.of());
    }

    static Problem invalid(String field, String message) {
        return invalid(List.of(new Invalid(field, message)));
    }

    @Override
    @JsonAnyGetter
    public Map<String, Object> facts() {
        return facts;
    }

    private static URI typeOf(ErrorCode code) {
        return URI.create(
                "urn:c1rcle:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String titleOf(ErrorCode code) {
        String words = code.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Object numberOrText(String value) {
        return WHOLE_NUMBER.matcher(value).matches() ? Long.valueOf(value) : value;
    }
}
