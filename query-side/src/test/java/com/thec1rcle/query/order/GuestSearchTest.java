package com.thec1rcle.query.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.thec1rcle.kernel.privacy.Contact;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestSearchTest {
    private static final Contact GUEST =
            new Contact("Ren\u00e9e D'Souza-Rao \u0906\u0936\u093e", "renee@example.com", "+91 98200 12345");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ren",
                "RENEE",
                "Ren\u00e9e",
                "d'sou",
                "renee d'souza",
                " ren  d ",
                "renee@ex",
                "345",
                "012345",
                "+919820012345",
                "ren 345",
                "\u0906\u0936"
            })
    void aGuestIsFoundByWhatSomebodyTypes(String typed) {
        assertThat(new GuestSearch(typed).finds(GUEST)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"enee", "ren asha", "45", "123", "example.com", "ren 999", "%", ".*", "\u0000"})
    void aGuestIsNotFoundByWhatIsNotTheirs(String typed) {
        assertThat(new GuestSearch(typed).finds(GUEST)).isFalse();
    }
}
