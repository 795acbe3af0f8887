package com.thec1rcle.api.config;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the progress of a processor twice a second instead of after each batch, and once it has nothing to do. What was
 * handled since is handled once more after a crash, and that changes nothing: projections and processes are idempotent.
 * A step back is written at once: it is a new beginning, and what is handled anew must not be taken for handled.
 */
final class GatheredProgress implements TokenStore {
    private static final Logger LOG = LoggerFactory.getLogger(GatheredProgress.class);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final TokenStore store;
    private final Duration claimExtension;
    private final Map<Place, Progress> places = new ConcurrentHashMap<>();

    /**
     * @param claim how long the store keeps a claim that is not extended; after a third of it an idle one is extended
     */
    GatheredProgress(TokenStore store, Duration claim) {
        this.store = store;
        this.claimExtension = claim.dividedBy(3);
    }

    @Override
    public void storeToken(TrackingToken token, String processorName, int segment) {
        at(processorName, segment).store(token);
    }

    @Override
    public void extendClaim(String processorName, int segment) {
        at(processorName, segment).extendClaim();
    }

    @Override
    public TrackingToken fetchToken(String processorName, int segment) {
        at(processorName, segment).write();
        return store.fetchToken(processorName, segment);
    }

    @Override
    public TrackingToken fetchToken(String processorName, Segment segment) {
        at(processorName, segment.getSegmentId()).write();
        return store.fetchToken(processorName, segment);
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        at(processorName, segment).write();
        store.releaseClaim(processorName, segment);
    }

    @Override
    public void deleteToken(String processorName, int segment) {
        places.remove(new Place(processorName, segment));
        store.deleteToken(processorName, segment);
    }

    @Override
    public void initializeTokenSegments(String processorName, int segmentCount) {
        store.initializeTokenSegments(processorName, segmentCount);
    }

    @Override
    public void initializeTokenSegments(String processorName, int segmentCount, @Nullable TrackingToken initialToken) {
        store.initializeTokenSegments(processorName, segmentCount, initialToken);
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processorName, int segment) {
        store.initializeSegment(token, processorName, segment);
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return store.requiresExplicitSegmentInitialization();
    }

    @Override
    public int[] fetchSegments(String processorName) {
        return store.fetchSegments(processorName);
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processorName) {
        return store.fetchAvailableSegments(processorName);
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        return store.retrieveStorageIdentifier();
    }

    private Progress at(String processorName, int segment) {
        return places.computeIfAbsent(new Place(processorName, segment), Progress::new);
    }

    private record Place(String processorName, int segment) {}

    /** How far one segment of one processor has come, and how much of that is written. */
    private final class Progress {
        private final Place place;
        private @Nullable TrackingToken unwritten;
        private long position = -1;
        private long writtenAt =
                System.nanoTime() - INTERVAL.plus(claimExtension).toNanos();

        Progress(Place place) {
            this.place = place;
        }

        synchronized void store(TrackingToken token) {
            long before = position;
            position = token.position().orElse(-1);
            unwritten = token;
            if (position < before || unwrittenFor(INTERVAL)) {
                writeNow();
            }
        }

        synchronized void extendClaim() {
            if (unwritten != null) {
                store(unwritten); // Extends the claim as well.
            } else if (unwrittenFor(claimExtension)) {
                store.extendClaim(place.processorName(), place.segment());
                writtenAt = System.nanoTime();
            }
        }

        /** What cannot be written is handled again by whoever claims the segment next. */
        synchronized void write() {
            try {
                writeNow();
            } catch (UnableToClaimTokenException lost) {
                LOG.info("{} goes on elsewhere.", place);
                unwritten = null;
            } catch (RuntimeException unavailable) {
                LOG.warn("The progress of {} cannot be written now.", place, unavailable);
            }
        }

        private void writeNow() {
            if (unwritten != null) {
                store.storeToken(unwritten, place.processorName(), place.segment());
                unwritten = null;
                writtenAt = System.nanoTime();
            }
        }

        private boolean unwrittenFor(Duration time) {
            return System.nanoTime() - writtenAt >= time.toNanos();
        }
    }
}
