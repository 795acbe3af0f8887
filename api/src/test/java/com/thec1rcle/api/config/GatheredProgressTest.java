package com.thec1rcle.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class GatheredProgressTest {
    private static final String NAME = "projection-orders";

    private final TokenStore store = mock(TokenStore.class);
    private final GatheredProgress progress = new GatheredProgress(store, Duration.ofMinutes(1));

    @Test
    void progressIsWrittenOnceForManyBatches() {
        for (int batch = 0; batch < 1_000; batch++) {
            progress.storeToken(at(batch), NAME, 0);
        }

        verify(store).storeToken(at(0), NAME, 0);
        verify(store, never()).storeToken(at(500), NAME, 0);
    }

    @Test
    void whoeverHasNothingToDoWritesWhatIsLeft() {
        progress.storeToken(at(1), NAME, 0);
        progress.storeToken(at(2), NAME, 0);

        await().untilAsserted(() -> {
            progress.extendClaim(NAME, 0);
            verify(store).storeToken(at(2), NAME, 0);
        });
        verify(store, never()).extendClaim(anyString(), anyInt());
    }

    @Test
    void aClaimIsExtendedWellBeforeItsEnd() {
        GatheredProgress impatient = new GatheredProgress(store, Duration.ZERO);
        impatient.extendClaim(NAME, 0);
        impatient.extendClaim(NAME, 0);
        verify(store, times(2)).extendClaim(NAME, 0);
    }

    @Test
    void aClaimThatWasJustExtendedIsLeftAlone() {
        progress.storeToken(at(1), NAME, 0);
        progress.extendClaim(NAME, 0);

        verify(store, never()).extendClaim(anyString(), anyInt());
    }

    @Test
    void whatIsLeftIsWrittenBeforeSomebodyElseGoesOn() {
        progress.storeToken(at(1), NAME, 0);
        progress.storeToken(at(2), NAME, 0);
        progress.releaseClaim(NAME, 0);

        InOrder order = inOrder(store);
        order.verify(store).storeToken(at(2), NAME, 0);
        order.verify(store).releaseClaim(NAME, 0);
    }

    @Test
    void whoeverReadsTheProgressReadsAllOfIt() {
        TokenStore memory = new InMemoryTokenStore();
        memory.initializeTokenSegments(NAME, 1);
        GatheredProgress gathered = new GatheredProgress(memory, Duration.ofMinutes(1));
        gathered.storeToken(at(1), NAME, 0);
        gathered.storeToken(at(2), NAME, 0);

        assertThat(gathered.fetchToken(NAME, 0)).isEqualTo(at(2));
    }

    @Test
    void aNewBeginningIsWrittenAtOnce() {
        progress.storeToken(at(1), NAME, 0);
        progress.storeToken(at(2), NAME, 0);
        TrackingToken replay = ReplayToken.createReplayToken(at(2), null);
        progress.storeToken(replay, NAME, 0);

        verify(store).storeToken(replay, NAME, 0);
        progress.storeToken(at(1), NAME, 1);
        progress.storeToken(at(3), NAME, 1);
        progress.storeToken(at(2), NAME, 1);
        verify(store).storeToken(at(2), NAME, 1);
        verify(store, never()).storeToken(at(3), NAME, 1);
    }

    @Test
    void segmentsDoNotMix() {
        progress.storeToken(at(1), NAME, 0);
        progress.storeToken(at(7), NAME, 1);

        verify(store).storeToken(at(1), NAME, 0);
        verify(store).storeToken(at(7), NAME, 1);
    }

    @Test
    void whoeverLostItsClaimIsToldAtTheNextWrite() {
        doThrow(new UnableToClaimTokenException("elsewhere")).when(store).storeToken(any(), anyString(), anyInt());

        assertThatThrownBy(() -> progress.storeToken(at(1), NAME, 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void progressOfALostClaimDoesNotOverwriteThatOfTheNextOwner() {
        progress.storeToken(at(1), NAME, 0);
        progress.storeToken(at(2), NAME, 0);
        doThrow(new UnableToClaimTokenException("elsewhere")).when(store).storeToken(at(2), NAME, 0);
        progress.releaseClaim(NAME, 0);
        progress.fetchToken(NAME, 0);

        verify(store, times(1)).storeToken(at(2), NAME, 0);
    }

    private static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
