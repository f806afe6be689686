// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.counterpart.CounterpartTest;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.identity.CameIn;
import org.counterpart.identity.SignInByProviderRefused;
import org.counterpart.identity.SignOnRefusal;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Two providers: `acme` vouches by the id of the roster, `other` by a verified address of one company. Amira is on the
/// roster; everything that is heard about sign-ins is kept.
@CounterpartTest
@Import(SignOnScene.Heard.class)
abstract class SignOnScene {
    static final FakeProvider ACME = new FakeProvider("acme", true);
    static final FakeProvider OTHER = new FakeProvider("other", false);
    static final FakeProvider LIAR = liar();

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Heard heard;

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry settings) {
        for (var each : Map.of("acme", ACME, "other", OTHER, "liar", LIAR).entrySet()) {
            var name = "counterpart.sso.provider." + each.getKey();
            settings.add(name + ".name", () -> each.getKey().toUpperCase(java.util.Locale.ROOT));
            settings.add(name + ".issuer", () -> each.getValue().issuer);
            settings.add(name + ".client-id", () -> FakeProvider.CLIENT);
            settings.add(name + ".client-secret", () -> FakeProvider.PASSWORD);
        }
        settings.add("counterpart.sso.provider.acme.person-claim", () -> "employee_number");
        settings.add("counterpart.sso.provider.liar.person-claim", () -> "employee_number");
        settings.add("counterpart.sso.provider.other.by-mail", () -> "true");
        settings.add("counterpart.sso.provider.other.require.hd", () -> "x.example");
        settings.add("counterpart.sso.provider.other.second-factor", () -> "mfa,otp,gold");
        settings.add("logging.level.org.counterpart.identity.signon", () -> "off");
    }

    @TestConfiguration
    static class Heard {
        final List<Object> events = new CopyOnWriteArrayList<>();

        @EventListener({CameIn.class, SignInByProviderRefused.class})
        void hear(Object event) {
            events.add(event);
        }
    }

    @BeforeEach
    void amira_is_on_the_roster() {
        heard.events.clear();
        people.save(List.of(person("1", "Amira", "amira@x.example")));
    }

    static Person person(String id, String name, String email) {
        return new Person(id, name, email, 2, null, null, null, null, Set.of("en"), null);
    }

    /// What a browser took to a provider.
    record Asked(Map<String, String> parameters) {
        String of(String name) {
            return parameters.getOrDefault(name, "");
        }
    }

    static Asked go(Reader reader, String provider) {
        return new Asked(FakeProvider.parameters(
                reader.open("/sign-in/with/" + provider).response().uri().getRawQuery()));
    }

    JWTClaimsSet.Builder claims(FakeProvider provider, Asked asked, String subject) {
        var now = clock.instant();
        return new JWTClaimsSet.Builder()
                .issuer(provider.issuer)
                .subject(subject)
                .audience(FakeProvider.CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", asked.of("nonce"));
    }

    static String signed(RSAKey key, JWTClaimsSet claims) {
        return signed(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), key, claims);
    }

    static String signed(JWSHeader header, RSAKey key, JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Reader.Page back(Reader reader, String provider, String code, Asked asked, String issuer) {
        return reader.open("/sign-in/from/%s?code=%s&state=%s&iss=%s"
                .formatted(provider, encoded(code), encoded(asked.of("state")), encoded(issuer)));
    }

    /// The whole way, with whatever claims the provider adds.
    Reader.Page signOn(Reader reader, FakeProvider provider, String id, String subject, Map<String, Object> more) {
        var asked = go(reader, id);
        var claims = claims(provider, asked, subject);
        more.forEach(claims::claim);
        var code = provider.codeFor(signed(provider.key, claims.build()), asked.of("code_challenge"));
        return back(reader, id, code, asked, provider.issuer);
    }

    void refusedWith(SignOnRefusal why, Reader reader, Reader.Page page) {
        assertThat(page.status()).isEqualTo(why == SignOnRefusal.UNREACHABLE ? 503 : 403);
        assertThat(reader.open("/pairs").path()).isEqualTo("/sign-in");
        assertThat(heard.events)
                .last()
                .isInstanceOfSatisfying(
                        SignInByProviderRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static FakeProvider liar() {
        var liar = new FakeProvider("liar", false);
        liar.description().put("issuer", "https://somebody.example");
        return liar;
    }
}
