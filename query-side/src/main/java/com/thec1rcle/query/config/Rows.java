package com.thec1rcle.query.config;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
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
    private static final String VERSION = "version";

    private final MongoTemplate mongo;
    private final Class<D> type;
    private final String collection;

    public Rows(MongoTemplate mongo, Class<D> type, String collection) {
        this.mongo = mongo;
        this.type = type;
        this.collection = collection;
    }

    /** Adds the document unless one with its id is there: then the event was handled before, or more is known. */
    public void insertIfAbsent(D document) {
        Document written = new Document();
        mongo.getConverter().write(document, written);
        Query same = Query.query(where("_id").is(written.remove("_id")));
        Update whole = Update.fromDocument(new Document("$setOnInsert", written));
        writes().ifPresentOrElse(writes -> writes.upsert(same, whole), () -> mongo.upsert(same, whole, collection));
    }

    /** As {@link #insertIfAbsent}, and answers whether it did. */
    public boolean tryInsert(D document) {
        flush();
        try {
            mongo.insert(document, collection);
            return true;
        } catch (DuplicateKeyException handledBefore) {
            return false;
        }
    }

    /** Changes the document if it has not seen this version of its aggregate yet. */
    public void advance(String id, long version, Update update) {
        advance(id, VERSION, version, update);
    }

    /** As {@link #advance(String, long, Update)}, for documents that several aggregates feed, a version field each. */
    public void advance(String id, String versionField, long version, Update update) {
        Query behind = behind(id, versionField, version);
        update.set(versionField, version);
        writes().ifPresentOrElse(
                        writes -> writes.update(behind, update), () -> mongo.updateFirst(behind, update, collection));
    }

    /**
     * As {@link #advance(String, long, Update)}, for documents of which each event changes much: events that are handled
     * together read and write it once.
     *
     * @param change answers the document with the new version in it
     */
    public void evolve(String id, long version, ToLongFunction<D> versionOf, UnaryOperator<D> change) {
        Optional<Writes<D>> writes = writes();
        Optional<D> known = writes.isPresent() ? writes.get().evolving(id) : read(id);
        known.filter(document -> versionOf.applyAsLong(document) < version)
                .map(change)
                .ifPresent(changed -> writes.ifPresentOrElse(
                        open -> open.evolve(id, changed, version),
                        () -> mongo.replace(behind(id, version), changed, collection)));
    }

    /** Sets what is the same however often it is set, on every document that matches. */
    public void set(Criteria criteria, Update update) {
        flush();
        mongo.updateMulti(Query.query(criteria), update, collection);
    }

    public void remove(String id) {
        flush();
        mongo.remove(Query.query(where("_id").is(id)), collection);
    }

    public Optional<D> find(String id) {
        flush();
        return read(id);
    }

    public List<D> findAll(Criteria criteria) {
        flush();
        return mongo.find(Query.query(criteria), type, collection);
    }

    public long count(Criteria criteria) {
        flush();
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
        flush();
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
        flush();
        mongo.remove(new Query(), collection);
    }

    /** What was kept back within this batch of events shows in whatever is read next. */
    private void flush() {
        writes().ifPresent(Writes::flush);
    }

    private Optional<Writes<D>> writes() {
        return Batch.current().map(batch -> batch.of(this, collection));
    }

    Optional<D> read(String id) {
        return Optional.ofNullable(mongo.findById(id, type, collection));
    }

    BulkOperations bulk() {
        return mongo.bulkOps(BulkMode.ORDERED, collection);
    }

    static Query behind(String id, long version) {
        return behind(id, VERSION, version);
    }

    private static Query behind(String id, String versionField, long version) {
        return Query.query(where("_id").is(id).and(versionField).lt(version));
    }

    /** Part of a list, and where the next part begins if there is one. */
    public record Page<D>(List<D> items, @Nullable String nextCursor) {}
}
