// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.counterpart.Reader;
import org.counterpart.evidence.Asvs;
import org.counterpart.identity.SignOnRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a provider, or whoever stands in its place or in the browser's way, may try.
@Asvs({"6.8.2", "10.2.1"})
class HostileProviderTest extends SignOnScene {
    static Stream<HostileToken> tokens() {
        return HostileToken.all();
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void a_token_opens_nothing(HostileToken token) {
        var reader = new Reader(port);
        var asked = go(reader, "acme");
        var honest = claims(ACME, asked, "s-1").claim("employee_number", "1").build();
        var code = ACME.codeFor(token.make().apply(honest, clock.instant()), asked.of("code_challenge"));

        refusedWith(token.why(), reader, back(reader, "acme", code, asked, ACME.issuer));
        nothingHappened();
    }

    @Test
    void the_same_token_without_anything_wrong_opens_the_account() {
        assertThat(HostileToken.all().count()).isGreaterThanOrEqualTo(30);
        assertThat(signOn(new Reader(port), ACME, "acme", "s-1", Map.of("employee_number", "1"))
                        .path())
                .isEqualTo("/pairs");
    }

    @Test
    void clocks_may_differ_by_a_minute() {
        var reader = new Reader(port);
        var asked = go(reader, "acme");
        var late = claims(ACME, asked, "s-1")
                .claim("employee_number", "1")
                .issueTime(Date.from(clock.instant().plusSeconds(59)))
                .build();
        var code = ACME.codeFor(signed(ACME.key, late), asked.of("code_challenge"));

        assertThat(back(reader, "acme", code, asked, ACME.issuer).path()).isEqualTo("/pairs");
    }

    @Test
    void an_answer_without_a_state_or_with_a_foreign_one_is_refused() {
        var reader = new Reader(port);
        var code = honestCode(go(reader, "acme"));

        refusedWith(
                SignOnRefusal.NOT_BEGUN_HERE,
                reader,
                reader.open("/sign-in/from/acme?code=" + code + "&iss=" + encoded(ACME.issuer)));
        var foreign = go(new Reader(port), "acme");
        refusedWith(SignOnRefusal.NOT_BEGUN_HERE, reader, back(reader, "acme", code, foreign, ACME.issuer));
        nothingHappened();
    }

    @Test
    void an_answer_is_of_no_use_in_another_browser() {
        var asked = go(new Reader(port), "acme");
        var thief = new Reader(port);
        go(thief, "acme");

        refusedWith(SignOnRefusal.NOT_BEGUN_HERE, thief, back(thief, "acme", honestCode(asked), asked, ACME.issuer));
        nothingHappened();
    }

    @Test
    void a_code_of_somebody_else_is_of_no_use_with_ones_own_state() {
        var victim = honestCode(go(new Reader(port), "acme"));
        var thief = new Reader(port);
        var asked = go(thief, "acme");

        refusedWith(SignOnRefusal.CODE_WITHOUT_TOKEN, thief, back(thief, "acme", victim, asked, ACME.issuer));
        nothingHappened();
    }

    @Test
    void an_answer_works_once() {
        var reader = new Reader(port);
        var asked = go(reader, "acme");
        var code = honestCode(asked);
        assertThat(back(reader, "acme", code, asked, ACME.issuer).path()).isEqualTo("/pairs");
        reader.press("/sign-out");

        refusedWith(SignOnRefusal.NOT_BEGUN_HERE, reader, back(reader, "acme", code, asked, ACME.issuer));
    }

    @Test
    void an_answer_is_good_for_ten_minutes() {
        var reader = new Reader(port);
        var asked = go(reader, "acme");
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));

        refusedWith(SignOnRefusal.NOT_BEGUN_HERE, reader, back(reader, "acme", honestCode(asked), asked, ACME.issuer));
        nothingHappened();
    }

    @Test
    void an_answer_that_names_another_issuer_or_none_is_refused() {
        for (var issuer : new String[] {OTHER.issuer, "", ACME.issuer + "/"}) {
            var reader = new Reader(port);
            var asked = go(reader, "acme");
            refusedWith(
                    SignOnRefusal.ANSWERED_BY_ANOTHER, reader, back(reader, "acme", honestCode(asked), asked, issuer));
        }
        var reader = new Reader(port);
        var asked = go(reader, "acme");
        var silent = "/sign-in/from/acme?code=%s&state=%s".formatted(honestCode(asked), encoded(asked.of("state")));
        refusedWith(SignOnRefusal.ANSWERED_BY_ANOTHER, reader, reader.open(silent));
        nothingHappened();
    }

    @Test
    void an_answer_for_one_provider_is_of_no_use_at_the_address_of_another() {
        var reader = new Reader(port);
        var asked = go(reader, "acme");

        refusedWith(
                SignOnRefusal.NOT_BEGUN_HERE, reader, back(reader, "other", honestCode(asked), asked, OTHER.issuer));
        nothingHappened();
    }

    @Test
    void a_token_of_another_organisation_at_the_same_provider_is_refused() {
        var reader = new Reader(port);

        refusedWith(
                SignOnRefusal.NOT_MEANT_FOR_US,
                reader,
                signOn(
                        reader,
                        OTHER,
                        "other",
                        "o-1",
                        Map.of("hd", "evil.example", "email", "amira@x.example", "email_verified", true)));
        nothingHappened();
    }

    @Test
    void a_provider_that_lets_nobody_in_or_gives_no_token_opens_nothing() {
        var reader = new Reader(port);
        var asked = go(reader, "acme");
        var cancelled = "/sign-in/from/acme?error=access_denied&state=%s&iss=%s"
                .formatted(encoded(asked.of("state")), encoded(ACME.issuer));
        refusedWith(SignOnRefusal.DECLINED_BY_PROVIDER, reader, reader.open(cancelled));
        for (var body : List.<Map<String, Object>>of(
                Map.of("access_token", "a", "token_type", "Bearer"), Map.of("error", "server_error"), Map.of())) {
            var again = go(reader, "acme");
            var code = ACME.codeForAnswer(body, again.of("code_challenge"));
            refusedWith(SignOnRefusal.CODE_WITHOUT_TOKEN, reader, back(reader, "acme", code, again, ACME.issuer));
        }
        nothingHappened();
    }

    @Test
    void a_provider_that_nobody_named_does_not_exist() {
        assertThat(new Reader(port).open("/sign-in/with/evil").status()).isEqualTo(404);
        assertThat(new Reader(port).open("/sign-in/from/evil?code=a&state=b").status())
                .isEqualTo(404);
    }

    private String honestCode(Asked asked) {
        var claims = claims(ACME, asked, "s-1").claim("employee_number", "1").build();
        return ACME.codeFor(signed(ACME.key, claims), asked.of("code_challenge"));
    }

    private void nothingHappened() {
        assertThat(jdbc.sql("select count(*) from sign_on").query(Integer.class).single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from account").query(Integer.class).single())
                .isZero();
    }
}
