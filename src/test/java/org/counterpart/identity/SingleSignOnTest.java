// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.counterpart.web.CannotStart;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SingleSignOnTest {
    private static final Map<String, Object> ACME = Map.of(
            "COUNTERPART_SSO_PROVIDER_ACME_NAME", "Acme",
            "COUNTERPART_SSO_PROVIDER_ACME_ISSUER", "https://id.acme.example",
            "COUNTERPART_SSO_PROVIDER_ACME_CLIENT_ID", "counterpart",
            "COUNTERPART_SSO_PROVIDER_ACME_CLIENT_SECRET", "secret",
            "COUNTERPART_SSO_PROVIDER_ACME_PERSON_CLAIM", "employee_number");

    @Test
    void a_provider_is_named_by_environment_variables() {
        var acme = bound(with(Map.of(
                        "COUNTERPART_SSO_PROVIDER_ACME_BY_MAIL", "true",
                        "COUNTERPART_SSO_PROVIDER_ACME_SCOPES", "profile,staff",
                        "COUNTERPART_SSO_PROVIDER_ACME_REQUIRE_HD", "acme.example",
                        "COUNTERPART_SSO_PROVIDER_ACME_SECOND_FACTOR", "gold")))
                .find("acme")
                .orElseThrow();

        assertThat(acme.clientId()).isEqualTo("counterpart");
        assertThat(acme.clientSecret()).isEqualTo("secret");
        assertThat(acme.personClaim()).isEqualTo("employee_number");
        assertThat(acme.byMail()).isTrue();
        assertThat(acme.scopes()).containsExactlyInAnyOrder("profile", "staff");
        assertThat(acme.require()).containsExactly(Map.entry("hd", "acme.example"));
        assertThat(acme.secondFactor()).containsExactly("gold");
        assertThat(acme.toString()).doesNotContain("secret");
    }

    @Test
    void links_are_mailed_only_where_there_is_no_provider_or_the_operator_says_so() {
        var none = new SingleSignOn(Map.of());

        assertThat(new SignInSettings(null).linksAreMailed(none)).isTrue();
        assertThat(new SignInSettings(null).linksAreMailed(bound(ACME))).isFalse();
        assertThat(new SignInSettings(true).linksAreMailed(bound(ACME))).isTrue();
        assertThat(new SignInSettings(false).linksAreMailed(none)).isFalse();
    }

    @Test
    void a_provider_that_is_named_by_halves_stops_the_start() {
        refused(with(Map.of("COUNTERPART_SSO_PROVIDER_ACME_NAME", "")), "identity.sso.missing");
        refused(with(Map.of("COUNTERPART_SSO_PROVIDER_ACME_CLIENT_ID", " ")), "identity.sso.missing");
        refused(with(Map.of("COUNTERPART_SSO_PROVIDER_ACME_PERSON_CLAIM", "")), "identity.sso.vouch");
        for (var issuer : new String[] {
            "", "acme", "http://id.acme.example", "https://id.acme.example?a=b", "https://id.acme.example#a", "https://"
        }) {
            refused(with(Map.of("COUNTERPART_SSO_PROVIDER_ACME_ISSUER", issuer)), "identity.sso.issuer");
        }
    }

    private static void refused(Map<String, Object> settings, String why) {
        assertThatThrownBy(() -> bound(settings))
                .rootCause()
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        cannot -> assertThat(cannot.why().key()).isEqualTo(why));
    }

    private static Map<String, Object> with(Map<String, Object> changes) {
        var settings = new HashMap<>(ACME);
        settings.putAll(changes);
        return settings;
    }

    private static SingleSignOn bound(Map<String, Object> settings) {
        var environment = new StandardEnvironment();
        var name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(name, new SystemEnvironmentPropertySource(name, settings));
        return Binder.get(environment)
                .bind("counterpart.sso", SingleSignOn.class)
                .get();
    }
}
