package com.thec1rcle.query.config;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

/** Indexes that projections want on their collections. */
public final class Indexes {
    private Indexes() {}

    /** Ensures one non-unique index over the fields, in this order. */
    public static void ensure(MongoTemplate mongo, String collection, String... fields) {
        Index index = new Index();
        for (String field : fields) {
            index.on(field, Sort.Direction.ASC);
        }
        mongo.indexOps(collection).createIndex(index);
    }
}
