package com.thec1rcle.query.config;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.thec1rcle.kernel.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;

/** Where a page ended: the sort value and id of its last row, opaque to clients. */
record Cursor(Object sortValue, String id) {
    private static final String SEPARATOR = "\n";

    String encode() {
        String text = switch (sortValue) {
            case Instant instant -> "i" + instant;
            case Number number -> "n" + number.longValue();
            default -> "s" + sortValue;
        };
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((text + SEPARATOR + id).getBytes(StandardCharsets.UTF_8));
    }

    static Cursor decode(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int end = text.lastIndexOf(SEPARATOR);
            if (end < 1) {
                throw invalid();
            }
            String value = text.substring(1, end);
            Object sortValue = switch (text.charAt(0)) {
                case 'i' -> Instant.parse(value);
                case 'n' -> Long.parseLong(value);
                case 's' -> value;
                default -> throw invalid();
            };
            return new Cursor(sortValue, text.substring(end + 1));
        } catch (IllegalArgumentException | DateTimeException malformed) {
            throw invalid();
        }
    }

    Criteria after(String field, Sort.Direction direction) {
        if (direction.isAscending()) {
            return new Criteria()
                    .orOperator(
                            where(field).gt(sortValue),
                            where(field).is(sortValue).and("_id").gt(id));
        }
        return new Criteria()
                .orOperator(
                        where(field).lt(sortValue),
                        where(field).is(sortValue).and("_id").lt(id));
    }

    private static QueryRefused invalid() {
        return new QueryRefused(ErrorCode.INVALID_CURSOR, "This cursor did not come from this list.");
    }
}
