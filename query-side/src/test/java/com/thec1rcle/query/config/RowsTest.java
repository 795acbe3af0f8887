package com.thec1rcle.query.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Update.update;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;

/** What is written at once, and what is kept back until the last event of a batch is handled. */
class RowsTest {
    private static final String COLLECTION = "rows";

    private static ViewsFixture views;
    private static MongoTemplate mongo;

    private final Rows<Row> rows = new Rows<>(mongo, Row.class, COLLECTION);

    private record Row(@Id String id, int count, @Nullable String name, long version) {
        Row counted(long version) {
            return new Row(id, count + 1, null, version);
        }
    }

    private record Step(Consumer<Rows<Row>> work) {}

    private record Handler(Rows<Row> rows) {
        @EventHandler
        void on(Step step) {
            step.work().accept(rows);
        }
    }

    @BeforeAll
    static void start() {
        views = ViewsFixture.start();
        mongo = views.mongo();
    }

    @AfterAll
    static void stop() {
        views.close();
    }

    @BeforeEach
    void empty() {
        mongo.remove(new Query(), COLLECTION);
    }

    @Test
    void outsideOfABatchEverythingIsWrittenAtOnce() {
        rows.insertIfAbsent(new Row("a", 0, "first", 0));
        rows.insertIfAbsent(new Row("a", 7, "again", 0));
        rows.advance("a", 1, update("name", "second"));
        rows.advance("a", 1, update("name", "repeated"));

        assertThat(stored()).containsExactly(new Row("a", 0, "second", 1));

        rows.evolve("a", 2, Row::version, row -> row.counted(2));
        rows.evolve("a", 2, Row::version, row -> row.counted(2));

        assertThat(stored()).containsExactly(new Row("a", 1, null, 2));
    }

    @Test
    void aBatchIsWrittenAfterItsLastEvent() {
        List<Integer> seen = new ArrayList<>();

        handle(
                rows -> rows.insertIfAbsent(new Row("a", 0, "first", 0)),
                rows -> seen.add(stored().size()),
                rows -> rows.advance("a", 1, update("name", "second")));

        assertThat(seen).containsExactly(0);
        assertThat(stored()).containsExactly(new Row("a", 0, "second", 1));
    }

    @Test
    void whatIsReadInABatchShowsWhatWasWrittenInIt() {
        List<Row> read = new ArrayList<>();

        handle(
                rows -> rows.insertIfAbsent(new Row("a", 0, "first", 0)),
                rows -> rows.advance("a", 1, update("name", "second")),
                rows -> rows.find("a").ifPresent(read::add),
                rows -> rows.advance("a", 2, update("name", "third")),
                rows -> read.addAll(rows.findAll(where("name").is("third"))));

        assertThat(read).containsExactly(new Row("a", 0, "second", 1), new Row("a", 0, "third", 2));
    }

    @Test
    void whatChangesWithEachEventIsCountedOnceForEach() {
        rows.insertIfAbsent(new Row("a", 0, "first", 0));
        List<Consumer<Rows<Row>>> steps = IntStream.rangeClosed(1, 50)
                .<Consumer<Rows<Row>>>mapToObj(
                        version -> rows -> rows.evolve("a", version, Row::version, row -> row.counted(version)))
                .toList();

        handle(steps);
        handle(steps.subList(20, 50));

        assertThat(stored()).containsExactly(new Row("a", 50, null, 50));
    }

    @Test
    void singleChangesAndWholeOnesKeepTheirOrder() {
        handle(
                rows -> rows.insertIfAbsent(new Row("a", 0, "first", 0)),
                rows -> rows.evolve("a", 1, Row::version, row -> row.counted(1)),
                rows -> rows.advance("a", 2, update("name", "second")),
                rows -> rows.evolve("a", 3, Row::version, row -> new Row("a", row.count() + 1, row.name(), 3)));

        assertThat(stored()).containsExactly(new Row("a", 2, "second", 3));
    }

    @Test
    void aBatchThatFailsWritesNothing() {
        assertThatThrownBy(() -> handle(rows -> rows.insertIfAbsent(new Row("a", 0, "first", 0)), rows -> {
                    throw new IllegalStateException("cannot be handled");
                }))
                .isInstanceOf(AssertionError.class);

        assertThat(stored()).isEmpty();
    }

    @Test
    void aDocumentIsStoredTheSameInABatchAndOutside() {
        rows.insertIfAbsent(new Row("a", 3, "name", 4));
        handle(rows -> rows.insertIfAbsent(new Row("b", 3, "name", 4)));

        List<Document> documents = mongo.findAll(Document.class, COLLECTION);
        documents.forEach(document -> document.remove("_id"));
        assertThat(documents).hasSize(2);
        assertThat(documents.getFirst()).isEqualTo(documents.getLast());
    }

    @SafeVarargs
    private void handle(Consumer<Rows<Row>>... steps) {
        handle(List.of(steps));
    }

    private void handle(List<Consumer<Rows<Row>>> steps) {
        List<EventMessage<?>> events = new ArrayList<>();
        steps.forEach(step -> events.add(GenericEventMessage.asEventMessage(new Step(step))));
        EventBatch.handle(new AnnotationEventHandlerAdapter(new Handler(rows)), events);
    }

    private static List<Row> stored() {
        return mongo.findAll(Row.class, COLLECTION);
    }
}
