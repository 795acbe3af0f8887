package com.thec1rcle.query.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.BulkOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/**
 * What is still to be written to one collection: single changes in their order, or whole documents that are changed
 * again and again.
 */
final class Writes<D> {
    private final Rows<D> rows;
    private final Map<String, Evolved<D>> evolved = new LinkedHashMap<>();
    private @Nullable BulkOperations changes;

    Writes(Rows<D> rows) {
        this.rows = rows;
    }

    void upsert(Query query, Update update) {
        changes().upsert(query, update);
    }

    void update(Query query, Update update) {
        changes().updateOne(query, update);
    }

    private BulkOperations changes() {
        writeEvolved();
        BulkOperations open = changes;
        if (open == null) {
            open = rows.bulk();
            changes = open;
        }
        return open;
    }

    /** The document as it will be; read once what nobody has changed yet. */
    Optional<D> evolving(String id) {
        Evolved<D> known = evolved.get(id);
        if (known != null) {
            return Optional.of(known.document());
        }
        writeChanges();
        return rows.read(id);
    }

    void evolve(String id, D document, long version) {
        evolved.put(id, new Evolved<>(document, version));
    }

    /** Writes all there is, before the collection is read or what was read is reported as done. */
    void flush() {
        writeChanges();
        writeEvolved();
    }

    private void writeChanges() {
        BulkOperations open = changes;
        changes = null;
        if (open != null) {
            open.execute();
        }
    }

    private void writeEvolved() {
        if (!evolved.isEmpty()) {
            BulkOperations bulk = rows.bulk();
            evolved.forEach((id, state) -> bulk.replaceOne(Rows.behind(id, state.version()), state.document()));
            evolved.clear();
            bulk.execute();
        }
    }

    private record Evolved<D>(D document, long version) {}
}
