// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.counterpart.Reader;
import org.counterpart.evidence.Asvs;
import org.counterpart.identity.SignOnRefusal;
import org.counterpart.identity.signon.FakeProvider.Mood;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A provider that does not answer, answers nonsense, or leads elsewhere.
class ProviderDownTest extends SignOnScene {
    private static final Map<String, Object> NUMBER_ONE = Map.of("employee_number", "1");

    @AfterEach
    void it_is_well_again() {
        ACME.mood(Mood.WELL);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "BROKEN"})
    @Asvs({"16.5.2", "16.5.3"})
    void who_wants_to_sign_in_is_told_and_gets_in_once_it_is_up_and_who_is_in_stays(Mood mood) {
        var inside = new Reader(port);
        assertThat(signOn(inside, ACME, "acme", "s-1", NUMBER_ONE).path()).isEqualTo("/pairs");
        ACME.mood(mood);
        var amira = new Reader(port);

        var page = askedAnew(inside, amira);

        kindly(page);
        refusedWith(SignOnRefusal.UNREACHABLE, amira, page);
        assertThat(inside.open("/pairs").path()).isEqualTo("/pairs");
        ACME.mood(Mood.WELL);
        assertThat(signOn(amira, ACME, "acme", "s-1", NUMBER_ONE).path()).isEqualTo("/pairs");
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "BROKEN"})
    @Asvs({"16.5.2", "16.5.3"})
    void an_answer_that_cannot_be_checked_lets_nobody_in_and_leaves_nothing_behind(Mood mood) {
        var amira = new Reader(port);
        var asked = go(amira, "acme");
        var code = ACME.codeFor(
                signed(
                        ACME.key,
                        claims(ACME, asked, "s-1").claim("employee_number", "1").build()),
                asked.of("code_challenge"));
        ACME.mood(mood);

        var page = back(amira, "acme", code, asked, ACME.issuer);

        kindly(page);
        refusedWith(SignOnRefusal.UNREACHABLE, amira, page);
        assertThat(jdbc.sql("select (select count(*) from sign_on) + (select count(*) from account)")
                        .query(Integer.class)
                        .single())
                .isZero();
        ACME.mood(Mood.WELL);
        assertThat(signOn(amira, ACME, "acme", "s-1", NUMBER_ONE).path()).isEqualTo("/pairs");
    }

    @Test
    @Asvs({"15.3.2", "13.2.4", "1.3.6"})
    void where_a_provider_leads_elsewhere_nobody_follows() {
        var amira = new Reader(port);
        var asked = go(amira, "acme");
        var code = ACME.codeFor(
                signed(
                        ACME.key,
                        claims(ACME, asked, "s-1").claim("employee_number", "1").build()),
                asked.of("code_challenge"));
        OTHER.heard().clear();
        ACME.leadsTo(OTHER);

        assertThat(back(amira, "acme", code, asked, ACME.issuer).status()).isEqualTo(403);
        clock.pass(Duration.ofHours(24));
        kindly(new Reader(port).open("/sign-in/with/acme"));

        assertThat(OTHER.heard()).isEmpty();
        assertThat(amira.open("/pairs").path()).isEqualTo("/sign-in");
    }

    /// After an hour a provider is asked anew what it says of itself; whoever is in stays in meanwhile.
    private Reader.Page askedAnew(Reader inside, Reader outside) {
        ACME.heard().clear();
        for (int times = 0;
                times < 11 && ACME.heard().stream().noneMatch(each -> each.contains("well-known"));
                times++) {
            clock.pass(Duration.ofMinutes(55));
            assertThat(inside.open("/pairs").path()).isEqualTo("/pairs");
            try {
                outside.open("/sign-in/with/acme");
            } catch (IllegalStateException hungUp) {
                // Where it is still known, it is the provider itself that does not answer.
            }
        }
        return outside.open("/sign-in/with/acme");
    }

    private static void kindly(Reader.Page page) {
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.says("ACME does not answer")).isTrue();
        for (var inside : List.of("xception", "at org.", "localhost", "Internal")) {
            assertThat(page.text()).doesNotContain(inside);
        }
    }
}
