package com.thec1rcle.api.promoter;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.api.config.ApiSlice;
import com.thec1rcle.kernel.account.UserId;
import com.thec1rcle.kernel.event.EventId;
import com.thec1rcle.kernel.promoter.LinkId;
import com.thec1rcle.kernel.promoter.LinkTarget;
import com.thec1rcle.kernel.promoter.PromoterCommand.ApprovePromoter;
import com.thec1rcle.kernel.promoter.PromoterDeskCommand.AskForEvent;
import com.thec1rcle.kernel.promoter.PromoterDeskCommand.Click;
import com.thec1rcle.kernel.promoter.PromoterDeskCommand.CreateLink;
import com.thec1rcle.kernel.promoter.PromoterId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;

class LinkControllerTest {
    private static final UserId RIYA = new UserId("riya");
    private static final PromoterId PROMOTER = PromoterId.of(RIYA);
    private static final EventId NIGHT = new EventId("night");
    private static final LinkId LINK = LinkId.of(PROMOTER, NIGHT);

    private ApiSlice slice;

    @BeforeEach
    void start() {
        slice = ApiSlice.of(LinkController.class, PromoterController.class, PromotionController.class);
    }

    @AfterEach
    void stop() {
        slice.close();
    }

    @Test
    void aNewLinkSaysItsCodeAndWhereItLeads() {
        slice.answerCommands(
                CompletableFuture.completedFuture(new LinkTarget(LINK, "ABC234", PROMOTER, RIYA, NIGHT, null)));
        post("/api/promoter/links", Map.of("eventId", "night"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueEquals("Location", "/api/promoter/links/" + LINK)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("ABC234")
                .jsonPath("$.url")
                .value(url -> assertThat(String.valueOf(url)).endsWith("/e/night?c=ABC234"));
        assertThat(last()).isEqualTo(new CreateLink(PROMOTER, NIGHT, null));
    }

    @Test
    void anybodyMayClick() {
        click(Map.of("code", "ABC234", "visitorId", "visitor-1")).expectStatus().isAccepted();
        assertThat(last()).isEqualTo(new Click("ABC234", "visitor-1"));
    }

    @Test
    void whoDoesNotSayWhoTheyAreIsKnownByAHashOnly() {
        click(Map.of("code", "ABC234")).expectStatus().isAccepted();
        assertThat(((Click) last()).visitor())
                .isNotBlank()
                .doesNotContain("127.0.0.1")
                .doesNotContain(" ");
    }

    @Test
    void aClickNeedsACode() {
        click(Map.of("visitorId", "visitor-1"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("code");
    }

    @Test
    void anAccountIsTheCallersOwn() {
        post("/api/promoters", Map.of("displayName", "Riya"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.promoterId")
                .isEqualTo(PROMOTER.value());
    }

    @Test
    void anAccountNeedsAName() {
        post("/api/promoters", Map.of("displayName", " ")).expectStatus().isBadRequest();
    }

    @Test
    void approvalIsForwarded() {
        post("/api/promoters/" + PROMOTER + "/approval", Map.of())
                .expectStatus()
                .isNoContent();
        assertThat(last()).isEqualTo(new ApprovePromoter(PROMOTER));
    }

    @Test
    void whoAsksForAnEventAsksForThemselves() {
        post("/api/events/night/promoter-requests", Map.of()).expectStatus().isCreated();
        assertThat(last()).isEqualTo(new AskForEvent(PROMOTER, NIGHT));
    }

    private Object last() {
        return slice.sent().getLast().getPayload();
    }

    private WebTestClient.ResponseSpec post(String path, Object body) {
        return slice.client(ApiSlice.token("riya"))
                .post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec click(Object body) {
        return slice.client()
                .post()
                .uri("/api/promoter/links/click")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
