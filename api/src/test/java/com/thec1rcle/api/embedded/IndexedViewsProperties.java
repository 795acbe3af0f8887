package com.thec1rcle.api.embedded;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Whatever is written and asked: with indexes the answers are those without. */
class IndexedViewsProperties {
    private static final List<String> IDS = List.of("a", "b", "c", "d", "e", "f");
    private static final List<String> OWNERS = List.of("ann", "bob", "cleo");

    private static MongoServer indexed;
    private static MongoServer plain;
    private static MongoClient indexedClient;
    private static MongoClient plainClient;

    @BeforeContainer
    static void start() {
        indexed = new MongoServer(new IndexedViews());
        plain = new MongoServer(new MemoryBackend());
        indexedClient = MongoClients.create("mongodb:/" + indexed.bind());
        plainClient = MongoClients.create("mongodb:/" + plain.bind());
    }

    @AfterContainer
    static void stop() {
        indexedClient.close();
        plainClient.close();
        indexed.shutdownNow();
        plain.shutdownNow();
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void answersAreThoseOfAServerWithoutIndexes(@ForAll("steps") List<Step> steps) {
        MongoCollection<Document> fast = emptied(indexedClient);
        MongoCollection<Document> slow = emptied(plainClient);
        for (Step step : steps) {
            assertThat(step.on(fast)).as("%s", step).isEqualTo(step.on(slow));
        }
    }

    private static MongoCollection<Document> emptied(MongoClient client) {
        MongoCollection<Document> rows = client.getDatabase("views").getCollection("rows");
        rows.drop();
        rows.createIndex(Indexes.ascending("owner"));
        return rows;
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<String> ids = Arbitraries.of(IDS);
        Arbitrary<String> owners = Arbitraries.of(OWNERS);
        Arbitrary<Integer> versions = Arbitraries.integers().between(0, 5);
        Arbitrary<Step> inserts = Combinators.combine(ids, owners, versions).as(Insert::new);
        Arbitrary<Step> advances = Combinators.combine(ids, owners, versions).as(Advance::new);
        Arbitrary<Step> upserts = Combinators.combine(ids, owners).as(Upsert::new);
        Arbitrary<Step> moves = Combinators.combine(owners, owners).as(Move::new);
        Arbitrary<Step> removals = Combinators.combine(ids, versions).as(Remove::new);
        Arbitrary<Step> questions = Combinators.combine(
                        ids, owners, versions, Arbitraries.integers().between(0, 5))
                .as(Ask::new);
        return Arbitraries.oneOf(inserts, advances, upserts, moves, removals, questions, questions)
                .list()
                .ofMaxSize(40)
                .withSizeDistribution(RandomDistribution.uniform());
    }

    /** Something done with a collection; answers what it says. */
    private sealed interface Step {
        Object on(MongoCollection<Document> rows);
    }

    private record Insert(String id, String owner, int version) implements Step {
        @Override
        public Object on(MongoCollection<Document> rows) {
            try {
                rows.insertOne(new Document("_id", id).append("owner", owner).append("version", version));
                return true;
            } catch (MongoWriteException there) {
                return there.getError().getCategory();
            }
        }
    }

    private record Advance(String id, String owner, int version) implements Step {
        @Override
        public Object on(MongoCollection<Document> rows) {
            Document behind = new Document("_id", id).append("version", new Document("$lt", version));
            Bson change = Updates.combine(Updates.set("owner", owner), Updates.set("version", version));
            return rows.updateOne(behind, change).getModifiedCount();
        }
    }

    private record Upsert(String id, String owner) implements Step {
        @Override
        public Object on(MongoCollection<Document> rows) {
            return rows.updateOne(
                            eq("_id", id),
                            Updates.combine(Updates.set("owner", owner), Updates.setOnInsert("version", 0)),
                            new UpdateOptions().upsert(true))
                    .getMatchedCount();
        }
    }

    private record Move(String from, String to) implements Step {
        @Override
        public Object on(MongoCollection<Document> rows) {
            return rows.updateMany(eq("owner", from), Updates.set("owner", to)).getMatchedCount();
        }
    }

    private record Remove(String id, int version) implements Step {
        @Override
        public Object on(MongoCollection<Document> rows) {
            return rows.deleteMany(and(eq("_id", id), lt("version", version))).getDeletedCount();
        }
    }

    private record Ask(String id, String owner, int version, int kind) implements Step {
        @Override
        public Object on(MongoCollection<Document> rows) {
            Bson filter = switch (kind) {
                case 0 -> eq("_id", id);
                case 1 -> and(eq("_id", id), eq("owner", owner));
                case 2 -> eq("owner", owner);
                case 3 -> new Document("owner", owner).append("version", new Document("$lt", version));
                case 4 -> in("_id", id, "b");
                default -> and(lt("version", version), in("owner", owner, "bob"));
            };
            return rows.find(filter).into(new ArrayList<>());
        }
    }
}
