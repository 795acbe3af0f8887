package com.thec1rcle.api.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.thec1rcle.api.night.NightClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Five hundred buyers on 64 connections, a third of whom never pay and a tenth of whom give tickets back: in the end the
 * house knows exactly what it told them, also when it is killed three times meanwhile. A run is repeated with
 * {@code -Dc1rcle.on-sale.seed}.
 */
@Order(1)
class OnSaleJarIT {
    private static final String ADMIN = "admin@example.com";
    private static final String PASSWORD = "the administrator's password";
    private static final int KILLS = 3;
    private static final String[] SETTINGS = {
        "--c1rcle.demo=false",
        "--c1rcle.ticketing.hold=PT15S",
        "--c1rcle.promoter.commission-payable=on-order",
        "--c1rcle.admin.email=" + ADMIN,
        "--c1rcle.admin.password=" + PASSWORD
    };

    @TempDir
    Path folder;

    private Random random;

    @BeforeEach
    void sayTheSeed() {
        long seed = Long.getLong("c1rcle.on-sale.seed", new Random().nextInt(1_000_000));
        System.out.println("The on-sale is repeated with -Dc1rcle.on-sale.seed=" + seed);
        random = new Random(seed);
    }

    @Test
    void theHouseKnowsExactlyWhatItToldItsBuyers() {
        try (RunningJar jar = start()) {
            OnSale sale = open(jar);
            sale.open().join();
            reckon(sale, jar.client());
        }
    }

    @Test
    void threeKillsLoseNothingAndDoubleNothing() {
        RunningJar jar = start();
        try {
            OnSale sale = open(jar);
            CompletableFuture<Void> everybody = sale.open();
            for (int kill = 0; kill < KILLS; kill++) {
                int enough = sale.answers() + 80 + random.nextInt(220);
                await().atMost(Duration.ofMinutes(3))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> sale.answers() >= enough || everybody.isDone());
                assertThat(everybody).as("killed in the middle of it").isNotDone();
                jar.kill();
                jar = start();
                sale.moveTo(jar.client());
            }
            everybody.join();
            reckon(sale, jar.client());
        } finally {
            jar.close();
        }
    }

    private RunningJar start() {
        return RunningJar.start(folder, Map.of(), SETTINGS);
    }

    private OnSale open(RunningJar jar) {
        NightClient client = jar.client();
        return new OnSale(client, client.signIn(ADMIN, PASSWORD), random);
    }

    private static void reckon(OnSale sale, NightClient client) {
        Reckoning reckoning = Reckoning.of(sale, client);
        reckoning.everyOrderThatWasAnsweredIsThereAndNoOther();
        reckoning.everyAmountIsThatOfThePoster();
        reckoning.whoeverPaidHasTicketsOrTheMoney();
        reckoning.whoeverNeverPaidHasNothing();
        reckoning.whoeverPaysTooLateIsTold();
        reckoning.everyRefundGaveBackExactlyItsTickets();
        reckoning.everyOrderShowsWhatItsHistorySays();
        reckoning.whoeverWasTurnedAwayCouldNotBeServed();
        reckoning.theStockIsWhatTheBuyersHave();
        reckoning.theGuestListNamesEveryTicketOnce();
        reckoning.theBooksAddUpToWhatTheBuyersWereTold();
        reckoning.theCommissionIsThatOfTheTicketsSold();
        Admission admission = Admission.to(sale);
        admission.everyTicketLetInAsManyAsItAdmitsAndNoMore();
        admission.theHouseKnowsWhomItLetIn(client);
    }
}
