package com.thec1rcle.query.config;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

/** Declares what a collection is searched by. */
public final class Indexes {
    private Indexes() {}

    /** An index over each of the fields, unless it is there. */
    public static void ensure(MongoTemplate mongo, String collection, String... fields) {
        for (String field : fields) {
            mongo.indexOps(collection).createIndex(new Index().on(field, Sort.Direction.ASC));
        }
    }
}
