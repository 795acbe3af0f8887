package com.thec1rcle.query.config;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * One collection of a projection, written so that an event handled twice changes nothing the second time.
 *
 * @param <D> the document: a record with {@code @Id String id}; with {@code long version} if it is advanced
 */
public final class Rows<D> {
    private final MongoTemplate mongo;
    private final Class<D> type;
    private final String collection;

    public Rows(MongoTemplate mongo, Class<D> type, String collection) {
        this.mongo = mongo;
        this.type = type;
        this.collection = collection;
    }

    /** Adds the document unless one with its id is there. */
    public void insertIfAbsent(D document) {
        try {
            mongo.insert(document, collection);
        } catch (DuplicateKeyException handledBefore) {
            // The event was handled before; the row already says so, perhaps more.
            return;
        }
    }

    /** Changes the document if it has not seen this version of its aggregate yet. */
    public void advance(String id, long version, Update update) {
        advance(id, "version", version, update);
    }

    /** As {@link #advance(String, long, Update)}, for documents that several aggregates feed, a version field each. */
    public void advance(String id, String versionField, long version, Update update) {
        Query behind = Query.query(where("_id").is(id).and(versionField).lt(version));
        mongo.updateFirst(behind, update.set(versionField, version), collection);
    }

    /** Sets what is the same however often it is set, on every document that matches. */
    public void set(Criteria criteria, Update update) {
        mongo.updateMulti(Query.query(criteria), update, collection);
    }

    public void remove(String id) {
        mongo.remove(Query.query(where("_id").is(id)), collection);
    }

    public Optional<D> find(String id) {
        return Optional.ofNullable(mongo.findById(id, type, collection));
    }

    public List<D> findAll(Criteria criteria) {
        return mongo.find(Query.query(criteria), type, collection);
    }

    public long count(Criteria criteria) {
        return mongo.count(Query.query(criteria), collection);
    }

    /**
     * One page of what matches, in the order of a field and then of the id.
     *
     * @param sortField a field that every document has; an instant, text or number
     * @param cursor where the last page ended, absent for the first
     * @param sortValue reads the field's value from a document
     */
    public Page<D> page(
            Criteria criteria,
            String sortField,
            Sort.Direction direction,
            @Nullable String cursor,
            int limit,
            Function<D, Object> sortValue,
            Function<D, String> id) {
        Query query = Query.query(criteria);
        if (cursor != null) {
            query = Query.query(
                    new Criteria().andOperator(criteria, Cursor.decode(cursor).after(sortField, direction)));
        }
        query.with(Sort.by(direction, sortField).and(Sort.by(direction, "_id"))).limit(limit + 1);
        List<D> found = mongo.find(query, type, collection);
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<D> items = found.subList(0, limit);
        D last = items.getLast();
        return new Page<>(items, cursorAt(sortValue.apply(last), id.apply(last)));
    }

    /** The cursor of a page that ends at this row. */
    public static String cursorAt(Object sortValue, String id) {
        return new Cursor(sortValue, id).encode();
    }

    /** Empties the collection before a rebuild. */
    public void clear() {
        mongo.remove(new Query(), collection);
    }

    /** Part of a list, and where the next part begins if there is one. */
    public record Page<D>(List<D> items, @Nullable String nextCursor) {}
}
