package com.thec1rcle.query.config;

import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.Index;

/** Declares the indexes that views are read by. */
public final class Indexes {
    private Indexes() {}

    /** One index over these fields, in this order; there already is fine. */
    public static void ensure(MongoTemplate mongo, String collection, String... fields) {
        Index index = new Index();
        for (String field : fields) {
            index.on(field, Direction.ASC);
        }
        mongo.indexOps(collection).createIndex(index);
    }
}
