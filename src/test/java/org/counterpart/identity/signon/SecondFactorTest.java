// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SecondFactorTest extends SignOnScene {
    @Autowired
    private Doors doors;

    @BeforeEach
    void there_is_an_owner() {
        doors.owner(port);
    }

    @Test
    void an_owner_runs_programmes_where_the_provider_saw_a_second_factor() {
        for (var told : List.<Map<String, Object>>of(
                Map.of("amr", List.of("pwd", "otp")), Map.of("amr", List.of("mfa")), Map.of("acr", "gold"))) {
            var owner = new Reader(port);
            signOn(owner, OTHER, "other", "o-7", owner(told));
            assertThat(owner.open("/programmes").status())
                    .describedAs(told.toString())
                    .isEqualTo(200);
        }
    }

    @Test
    void an_owner_of_whom_the_provider_saw_a_password_only_runs_nothing_and_is_told_why() {
        for (var told : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("amr", List.of("pwd")),
                Map.of("amr", List.of()),
                Map.of("acr", "1"),
                Map.of("acr", "silver", "amr", List.of("pwd", "rba")))) {
            var owner = new Reader(port);
            var page = signOn(owner, OTHER, "other", "o-7", owner(told));
            assertThat(page.says("does not say that you showed a second factor"))
                    .isTrue();
            assertThat(owner.open("/programmes").status())
                    .describedAs(told.toString())
                    .isEqualTo(404);
        }
    }

    @Test
    void where_there_is_a_provider_no_link_is_mailed() {
        var amira = new Reader(port);
        assertThat(amira.open("/sign-in").says("name=\"email\"")).isFalse();

        amira.press("/sign-in", "email", "amira@x.example");
        doors.mailLinks();

        assertThat(jdbc.sql("select count(*) from mail where body like '%/sign-in/link/%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private static Map<String, Object> owner(Map<String, Object> told) {
        var claims = new HashMap<>(told);
        claims.putAll(Map.of("hd", "x.example", "email", "owner@x.example", "email_verified", true));
        return claims;
    }
}
