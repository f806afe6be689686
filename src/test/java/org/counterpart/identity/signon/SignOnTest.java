// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterpart.Reader;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.identity.CameIn;
import org.counterpart.identity.SignOnRefusal;
import org.counterpart.people.Person;
import org.junit.jupiter.api.Test;

@Asvs({"6.8.1", "10.5.2"})
@Threat(21)
class SignOnTest extends SignOnScene {
    private static final Map<String, Object> NUMBER_ONE = Map.of("employee_number", "1");

    @Test
    void whom_the_provider_vouches_for_comes_in() {
        var amira = new Reader(port);

        assertThat(amira.open("/sign-in").says("Sign in with ACME")).isTrue();
        assertThat(signOn(amira, ACME, "acme", "s-1", NUMBER_ONE).path()).isEqualTo("/pairs");
        assertThat(amira.open("/pairs").says("Amira")).isTrue();
        assertThat(heard.events).singleElement().isInstanceOf(CameIn.class);
    }

    @Test
    void a_number_of_the_roster_may_come_as_a_number() {
        assertThat(signOn(new Reader(port), ACME, "acme", "s-1", Map.of("employee_number", 1))
                        .path())
                .isEqualTo("/pairs");
    }

    @Test
    void the_question_carries_a_proof_key_a_state_and_a_nonce_that_differ_each_time() {
        var asked = go(new Reader(port), "acme");
        var again = go(new Reader(port), "acme");

        assertThat(asked.of("response_type")).isEqualTo("code");
        assertThat(asked.of("code_challenge_method")).isEqualTo("S256");
        assertThat(asked.of("scope")).isEqualTo("openid");
        assertThat(asked.of("redirect_uri")).isEqualTo("http://localhost/sign-in/from/acme");
        for (var random : List.of("state", "nonce", "code_challenge")) {
            assertThat(asked.of(random)).hasSizeGreaterThanOrEqualTo(43).isNotEqualTo(again.of(random));
        }
    }

    @Test
    void afterwards_only_the_subject_counts() {
        signOn(new Reader(port), ACME, "acme", "s-1", NUMBER_ONE);
        people.save(List.of(person("2", "Anton", "anton@x.example")));
        var amira = new Reader(port);

        signOn(amira, ACME, "acme", "s-1", Map.of("employee_number", "2", "email", "anton@x.example"));

        assertThat(amira.open("/pairs").says("Amira")).isTrue();
    }

    @Test
    void another_subject_with_the_same_number_is_refused() {
        signOn(new Reader(port), ACME, "acme", "s-1", NUMBER_ONE);
        var second = new Reader(port);

        refusedWith(SignOnRefusal.LINKED_TO_ANOTHER, second, signOn(second, ACME, "acme", "s-2", NUMBER_ONE));
    }

    @Test
    void a_verified_address_opens_an_account_where_the_operator_trusts_it() {
        var amira = new Reader(port);

        assertThat(signOn(amira, OTHER, "other", "o-1", mail("Amira@X.example", true))
                        .path())
                .isEqualTo("/pairs");
    }

    @Test
    void the_same_address_at_another_issuer_is_refused() {
        signOn(new Reader(port), ACME, "acme", "s-1", NUMBER_ONE);
        var stranger = new Reader(port);

        refusedWith(
                SignOnRefusal.LINKED_TO_ANOTHER,
                stranger,
                signOn(stranger, OTHER, "other", "s-1", mail("amira@x.example", true)));
    }

    @Test
    void another_subject_with_the_same_address_is_refused() {
        signOn(new Reader(port), OTHER, "other", "o-1", mail("amira@x.example", true));
        var second = new Reader(port);

        refusedWith(
                SignOnRefusal.LINKED_TO_ANOTHER,
                second,
                signOn(second, OTHER, "other", "o-2", mail("amira@x.example", true)));
    }

    @Test
    void an_address_that_goes_to_a_colleague_opens_nothing_of_the_first() {
        signOn(new Reader(port), OTHER, "other", "o-1", mail("amira@x.example", true));
        people.save(List.of(person("1", "Amira", "amira.b@x.example"), person("2", "Anton", "amira@x.example")));
        var anton = new Reader(port);
        var amira = new Reader(port);

        signOn(anton, OTHER, "other", "o-2", mail("amira@x.example", true));
        signOn(amira, OTHER, "other", "o-1", mail("amira.b@x.example", true));

        assertThat(anton.open("/pairs").says("Anton")).isTrue();
        assertThat(anton.open("/pairs").says("Amira")).isFalse();
        assertThat(amira.open("/pairs").says("Amira")).isTrue();
    }

    @Test
    void an_address_that_nobody_verified_or_that_the_provider_may_not_vouch_by_opens_nothing() {
        for (var claims : List.of(
                mail("amira@x.example", false),
                Map.<String, Object>of("hd", "x.example", "email", "amira@x.example"))) {
            var stranger = new Reader(port);
            refusedWith(SignOnRefusal.VOUCHED_FOR_NOBODY, stranger, signOn(stranger, OTHER, "other", "o-9", claims));
        }
        var stranger = new Reader(port);
        refusedWith(
                SignOnRefusal.VOUCHED_FOR_NOBODY,
                stranger,
                signOn(stranger, ACME, "acme", "s-9", mail("amira@x.example", true)));
    }

    @Test
    void whom_the_roster_does_not_know_is_told_whom_to_ask() {
        for (var unknown : List.of("99", "", "1\0", "1' or '1'='1", " ")) {
            var stranger = new Reader(port);
            var page = signOn(stranger, ACME, "acme", "s-9", Map.of("employee_number", unknown));
            assertThat(page.says("Ask whoever runs the programme")).isTrue();
            refusedWith(SignOnRefusal.VOUCHED_FOR_NOBODY, stranger, page);
        }
    }

    @Test
    void who_left_the_roster_is_out_whatever_the_provider_says() {
        signOn(new Reader(port), ACME, "acme", "s-1", NUMBER_ONE);
        people.save(List.of(new Person("1", "Amira", null, 2, null, null, null, null, Set.of("en"), null)));
        var amira = new Reader(port);

        refusedWith(SignOnRefusal.VOUCHED_FOR_NOBODY, amira, signOn(amira, ACME, "acme", "s-1", NUMBER_ONE));
    }

    @Test
    void a_provider_that_calls_itself_otherwise_is_not_used() {
        var amira = new Reader(port);

        var page = amira.open("/sign-in/with/liar");

        assertThat(page.says("LIAR does not answer")).isTrue();
        refusedWith(SignOnRefusal.UNREACHABLE, amira, page);
    }

    @Test
    void nothing_of_a_token_is_kept_but_issuer_and_subject() {
        signOn(new Reader(port), ACME, "acme", "s-1", Map.of("employee_number", "1", "picture", "a-face"));

        assertThat(jdbc.sql("select issuer || ' ' || subject from sign_on")
                        .query(String.class)
                        .list())
                .containsExactly(ACME.issuer + " s-1");
        assertThat(jdbc.sql("select attribute_name from spring_session_attributes")
                        .query(String.class)
                        .list())
                .noneMatch(name -> name.contains("AUTHORIZATION_REQUEST"));
    }

    private static Map<String, Object> mail(String address, boolean verified) {
        return Map.of("hd", "x.example", "email", address, "email_verified", verified);
    }
}
