package com.thec1rcle.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.thec1rcle.kernel.error.ErrorCode;
import com.thec1rcle.kernel.error.Refusal;
import com.thec1rcle.kernel.error.RefusalDetails;
import com.thec1rcle.kernel.message.Actor;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

class CommandClientTest {
    private final CommandGateway gateway = mock(CommandGateway.class);
    private final CommandClient client = new CommandClient(gateway, mock(ViewFreshness.class));

    @Test
    void aCommandThatNobodyHandlesDidNotHappen() {
        refuses(new NoHandlerForCommandException("nobody"), ErrorCode.TOO_BUSY);
    }

    @Test
    void aCommandThatFailedMayHaveHappened() {
        refuses(new IllegalStateException("the store went away"), ErrorCode.OUTCOME_UNKNOWN);
    }

    @Test
    void aRefusalTravels() {
        RefusalDetails details = new RefusalDetails(ErrorCode.SOLD_OUT, "Sold out.", Map.of());
        refuses(new CommandExecutionException("Sold out.", null, details), ErrorCode.SOLD_OUT);
    }

    private void refuses(Throwable failure, ErrorCode code) {
        when(gateway.send(any())).thenReturn(CompletableFuture.failedFuture(failure));
        StepVerifier.create(client.send("a command", Actor.SYSTEM))
                .verifyErrorSatisfies(refusal -> assertThat(refusal)
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refused -> assertThat(refused.code()).isEqualTo(code)));
    }
}
