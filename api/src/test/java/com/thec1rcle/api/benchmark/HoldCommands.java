package com.thec1rcle.api.benchmark;

import com.thec1rcle.api.ApiApplication;
import com.thec1rcle.api.night.NightClient;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.message.Actor;
import com.thec1rcle.kernel.message.ActorMetadata;
import com.thec1rcle.kernel.order.OrderId;
import com.thec1rcle.kernel.ticketing.TierCommand.HoldStock;
import com.thec1rcle.kernel.ticketing.TierId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;

/**
 * Holds on one tier as the command bus takes them, without orders and HTTP around them: what the tier's lane can do in
 * the whole application, views and processes included.
 */
final class HoldCommands {
    static final String SCENARIO = "holds on one tier, on the command bus";
    private static final int AT_ONCE = 256;

    private final CommandGateway commands;
    private final SaleNight night;

    private HoldCommands(CommandGateway commands, SaleNight night) {
        this.commands = commands;
        this.night = night;
    }

    /** Starts the application in this process, on an empty data folder. */
    static Measurement measure(Path data, Duration warmUp, Duration lasting) {
        try (ConfigurableApplicationContext application = new SpringApplicationBuilder(ApiApplication.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--c1rcle.demo=false",
                        "--c1rcle.data-dir=" + data)) {
            String port = application.getEnvironment().getRequiredProperty("local.server.port");
            NightClient client = new NightClient("http://127.0.0.1:" + port);
            HoldCommands holds = new HoldCommands(application.getBean(CommandGateway.class), SaleNight.open(client));
            Load.closed("warm-up", AT_ONCE, warmUp, number -> holds.hold(holds.night.held()));
            Measurement measurement =
                    Load.closed(SCENARIO, AT_ONCE, lasting, number -> holds.hold(holds.night.onSale()));
            client.await(
                    "/api/events/" + holds.night.eventId(),
                    holds.night.owner(),
                    "tiers/0/available",
                    Long.toString(SaleNight.STOCK - measurement.done()));
            return measurement;
        }
    }

    private Mono<Boolean> hold(String tierId) {
        HoldStock command = new HoldStock(
                new TierId(tierId),
                new EventId(night.eventId()),
                new OrderId(UUID.randomUUID().toString()),
                1,
                null);
        Actor guest = Actor.user(new UserId(UUID.randomUUID().toString()));
        return Mono.fromFuture(() -> commands.send(
                        GenericCommandMessage.asCommandMessage(command).andMetaData(ActorMetadata.of(guest))))
                .hasElement();
    }
}
