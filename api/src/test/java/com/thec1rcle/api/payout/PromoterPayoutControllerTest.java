package com.thec1rcle.api.payout;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.config.ApiSlice;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.money.Money;
import com.thec1rcle.kernel.payout.PayoutCommand.CancelPayout;
import com.thec1rcle.kernel.payout.PayoutCommand.CompletePayout;
import com.thec1rcle.kernel.payout.PayoutCommand.RejectPayout;
import com.thec1rcle.kernel.payout.PayoutDestination;
import com.thec1rcle.kernel.payout.PayoutId;
import com.thec1rcle.kernel.payout.PayoutMethod;
import com.thec1rcle.kernel.privacy.PersonalData;
import com.thec1rcle.kernel.promoter.PromoterCommand.RequestPayout;
import com.thec1rcle.kernel.promoter.PromoterId;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PromoterPayoutControllerTest {
    private static final PromoterId PROMOTER = PromoterId.of(new UserId("riya"));
    private static final Map<String, Object> AMOUNT = Map.of("amount", 20_000, "currency", "INR");
    private static final Map<String, Object> UPI = Map.of("vpa", "riya@okbank");
    private static final Map<String, Object> BANK =
            Map.of("accountNumber", "000123456789", "ifsc", "HDFC0001234", "accountName", "Riya Sharma");

    private ApiSlice slice;

    @BeforeAll
    void start() {
        slice = ApiSlice.of(PromoterPayoutController.class, FinancePayoutController.class);
    }

    @AfterAll
    void stop() {
        slice.close();
    }

    @Test
    void aRequestTravelsSealedAndMasked() {
        post(Map.of("amount", AMOUNT, "method", "UPI", "upi", UPI))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .exists("Location")
                .expectBody()
                .jsonPath("$.payoutId")
                .isNotEmpty();
        RequestPayout command = last(RequestPayout.class);
        assertThat(command.promoterId()).isEqualTo(PROMOTER);
        assertThat(command.amount()).isEqualTo(Money.inr(20_000));
        assertThat(command.method()).isEqualTo(PayoutMethod.UPI);
        assertThat(command.maskedDestination()).isEqualTo("ri***@okbank");
        assertThat(command.destination().person()).isEqualTo("riya");
        assertThat(command.destination().cipher()).doesNotContain("okbank");
        assertThat(slice.bean(PersonalData.class).open(command.destination(), PayoutDestination.class))
                .contains(new PayoutDestination("riya@okbank", null, null, null));
    }

    @Test
    void aBankAccountShowsItsLastDigitsOnly() {
        post(Map.of("amount", AMOUNT, "method", "BANK_TRANSFER", "bank", BANK))
                .expectStatus()
                .isCreated();
        assertThat(last(RequestPayout.class).maskedDestination()).isEqualTo("***6789");
    }

    @Test
    void thePromoterNamedInTheBodyIsForTheAccountToJudge() {
        PromoterId other = PromoterId.of(new UserId("other"));
        post(Map.of("promoterId", other.value(), "amount", AMOUNT, "method", "UPI", "upi", UPI))
                .expectStatus()
                .isCreated();
        assertThat(last(RequestPayout.class).promoterId()).isEqualTo(other);
        assertThat(last(RequestPayout.class).destination().person()).isEqualTo("riya");
    }

    static Stream<Arguments> badForms() {
        Map<String, Object> nothing = Map.of("amount", 0, "currency", "INR");
        return Stream.of(
                Arguments.of("amount", Map.of("method", "UPI", "upi", UPI)),
                Arguments.of("amount", Map.of("amount", nothing, "method", "UPI", "upi", UPI)),
                Arguments.of("method", Map.of("amount", AMOUNT, "upi", UPI)),
                Arguments.of("upi", Map.of("amount", AMOUNT, "method", "UPI")),
                Arguments.of("bank", Map.of("amount", AMOUNT, "method", "UPI", "upi", UPI, "bank", BANK)),
                Arguments.of("bank", Map.of("amount", AMOUNT, "method", "BANK_TRANSFER")),
                Arguments.of("upi", Map.of("amount", AMOUNT, "method", "BANK_TRANSFER", "bank", BANK, "upi", UPI)),
                Arguments.of("upi.vpa", upi("riya")),
                Arguments.of("upi.vpa", upi("riya@ok@bank")),
                Arguments.of("upi.vpa", upi("@")),
                Arguments.of("upi.vpa", upi("r@" + "b".repeat(99))),
                Arguments.of("bank.ifsc", bank("ifsc", "HDFC1001234")),
                Arguments.of("bank.ifsc", bank("ifsc", "hdfc0001234")),
                Arguments.of("bank.accountNumber", bank("accountNumber", "1234")),
                Arguments.of("bank.accountNumber", bank("accountNumber", "1".repeat(36))),
                Arguments.of("bank.accountNumber", bank("accountNumber", "12345-67890")),
                Arguments.of("bank.accountName", bank("accountName", "Ri")));
    }

    @ParameterizedTest
    @MethodSource("badForms")
    void aBadFormNamesItsField(String field, Map<String, Object> body) {
        post(body)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("VALIDATION_FAILED")
                .jsonPath("$.errors[?(@.field == '" + field + "')]")
                .isNotEmpty();
    }

    @Test
    void aRequestIsTakenBack() {
        as("riya")
                .delete()
                .uri("/api/promoter/payouts?payoutId=payout-1")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(last(CancelPayout.class).payoutId()).isEqualTo(new PayoutId("payout-1"));
    }

    @Test
    void financeMayCompleteWithoutNamingATransaction() {
        as("fatima")
                .post()
                .uri("/api/finance/payouts/payout-1/completion")
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(last(CompletePayout.class).transactionId()).isNull();
    }

    @Test
    void financeSaysWhy() {
        as("fatima")
                .post()
                .uri("/api/finance/payouts/payout-1/rejection")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(Map.of("reason", "Not this month"))
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(last(RejectPayout.class).reason()).isEqualTo("Not this month");
    }

    @Test
    void withoutATokenNobodyAsks() {
        slice.client()
                .get()
                .uri("/api/promoter/payouts")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private static Map<String, Object> upi(String vpa) {
        return Map.of("amount", AMOUNT, "method", "UPI", "upi", Map.of("vpa", vpa));
    }

    private static Map<String, Object> bank(String field, String value) {
        Map<String, Object> bank = new HashMap<>(BANK);
        bank.put(field, value);
        return Map.of("amount", AMOUNT, "method", "BANK_TRANSFER", "bank", bank);
    }

    private WebTestClient as(String user) {
        return slice.client(ApiSlice.token(user));
    }

    private WebTestClient.ResponseSpec post(Map<String, Object> body) {
        return as("riya")
                .post()
                .uri("/api/promoter/payouts")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private <T> T last(Class<T> type) {
        return type.cast(slice.sent().getLast().getPayload());
    }
}
