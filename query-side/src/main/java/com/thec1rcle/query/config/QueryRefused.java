package com.thec1rcle.query.config;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.RefusalDetails;
import java.util.Map;
import org.axonframework.queryhandling.QueryExecutionException;

/** A query's refusal; its details travel between processes. */
public final class QueryRefused extends QueryExecutionException {
    private static final long serialVersionUID = 1L;

    public QueryRefused(ErrorCode code, String message) {
        super(message, null, new RefusalDetails(code, message, Map.of()));
    }

    public static QueryRefused notFound(String what) {
        return new QueryRefused(ErrorCode.NOT_FOUND, "There is no such " + what + ".");
    }

    public static QueryRefused forbidden() {
        return new QueryRefused(ErrorCode.FORBIDDEN, "You may not see this.");
    }
}
