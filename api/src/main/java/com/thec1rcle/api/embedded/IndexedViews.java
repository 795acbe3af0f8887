package com.thec1rcle.api.embedded;

import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import java.util.List;

/**
 * The views' storage in memory. Its indexes are used wherever a filter names their keys, so that no view slows as it
 * grows.
 */
final class IndexedViews extends MemoryBackend {
    @Override
    public MemoryDatabase openOrCreateDatabase(String databaseName) {
        return new MemoryDatabase(databaseName, getCursorRegistry()) {
            @Override
            protected Index<Integer> openOrCreateUniqueIndex(
                    String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
                return new KeyIndex<>(
                        super.openOrCreateUniqueIndex(collectionName, indexName, keys, sparse), keys, sparse);
            }

            @Override
            protected Index<Integer> openOrCreateSecondaryIndex(
                    String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
                return new FieldIndex(indexName, keys, sparse);
            }
        };
    }
}
