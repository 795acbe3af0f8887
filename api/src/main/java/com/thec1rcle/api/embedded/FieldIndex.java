package com.thec1rcle.api.embedded;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An index that is not unique, for filters that want one text in its one field; the server by itself has none. */
final class FieldIndex extends Index<Integer> {
    private final Map<KeyValue, SortedSet<Integer>> positions = new HashMap<>();
    private final Map<Object, Integer> documents = new HashMap<>();

    FieldIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    @Override
    public boolean canHandle(Document query) {
        return getKeys().size() == 1 && wanted(query) instanceof String;
    }

    /** In the order in which the documents came, as without an index. */
    @Override
    public synchronized Iterable<Integer> getPositions(Document query) {
        return List.copyOf(positions.getOrDefault(new KeyValue(wanted(query)), new TreeSet<>()));
    }

    private @Nullable Object wanted(Document query) {
        return Filters.condition(query, keys().getFirst()).orElse(null);
    }

    @Override
    public synchronized @Nullable Integer getPosition(Document document) {
        return documents.get(idOf(document));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Integer> collection) {
        // Any number of documents may have the same value.
    }

    @Override
    public synchronized void add(Document document, Integer position, MongoCollection<Integer> collection) {
        documents.put(idOf(document), position);
        getKeyValues(document)
                .forEach(key ->
                        positions.computeIfAbsent(key, added -> new TreeSet<>()).add(position));
    }

    @Override
    public synchronized @Nullable Integer remove(Document document) {
        Integer position = documents.remove(idOf(document));
        if (position != null) {
            getKeyValues(document)
                    .forEach(key -> positions.computeIfPresent(key, (same, all) -> {
                        all.remove(position);
                        return all.isEmpty() ? null : all;
                    }));
        }
        return position;
    }

    @Override
    public void checkUpdate(Document oldDocument, Document newDocument, MongoCollection<Integer> collection) {
        // As when adding.
    }

    @Override
    public synchronized void updateInPlace(
            Document oldDocument, Document newDocument, Integer position, MongoCollection<Integer> collection) {
        if (!nullAwareEqualsKeys(oldDocument, newDocument)) {
            remove(oldDocument);
            add(newDocument, position, collection);
        }
    }

    @Override
    public synchronized long getCount() {
        return documents.size();
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    @Override
    public void drop() {
        // Nothing of it is kept anywhere else.
    }

    private static Object idOf(Document document) {
        return Objects.requireNonNull(document.get("_id"));
    }
}
