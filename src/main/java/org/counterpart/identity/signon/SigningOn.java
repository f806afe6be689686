// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import static org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames.REGISTRATION_ID;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.counterpart.identity.Provider;
import org.counterpart.identity.SignOnRefusal;
import org.counterpart.web.SignedIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Component;

/// Signing in with a provider: a browser takes a question there within ten minutes and brings an answer back, once.
@Component
public class SigningOn {
    private static final Logger LOG = LoggerFactory.getLogger(SigningOn.class);
    private static final Duration OPEN = Duration.ofMinutes(10);
    private static final String BEGUN = "begun";

    private final Discovery discovery;
    private final Proving proving;
    private final Arrivals arrivals;
    private final Clock clock;

    SigningOn(Discovery discovery, Proving proving, Arrivals arrivals, Clock clock) {
        this.discovery = discovery;
        this.proving = proving;
        this.arrivals = arrivals;
        this.clock = clock;
    }

    public sealed interface Arrival {}

    /// @param secondFactor whether the provider says that they showed one
    public record Arrived(SignedIn who, boolean secondFactor) implements Arrival {}

    public record Refused(SignOnRefusal why) implements Arrival, Beginning {}

    public sealed interface Beginning {}

    /// @param question to be kept by the browser's session, and taken to the provider
    public record Begun(OAuth2AuthorizationRequest question) implements Beginning {}

    public Beginning begin(String id, Provider provider, HttpServletRequest request) {
        return discovery
                .of(id, provider)
                .<Beginning>map(issuer -> new Begun(question(issuer, request)))
                .orElseGet(() -> refuse(id, SignOnRefusal.UNREACHABLE));
    }

    /// With a fresh `state`, `nonce` and proof key (RFC 7636).
    private OAuth2AuthorizationRequest question(Issuer issuer, HttpServletRequest request) {
        var questions = new DefaultOAuth2AuthorizationRequestResolver(_ -> issuer.registration());
        questions.setAuthorizationRequestCustomizer(
                question -> question.attributes(attributes -> attributes.put(BEGUN, clock.instant())));
        return Objects.requireNonNull(questions.resolve(request, issuer.id()));
    }

    /// @param question that the browser's session kept for this answer, if any
    public Arrival arrive(String id, Provider provider, @Nullable OAuth2AuthorizationRequest question, Answer answer) {
        if (question == null || !id.equals(question.getAttribute(REGISTRATION_ID)) || tooOld(question)) {
            return refuse(id, SignOnRefusal.NOT_BEGUN_HERE);
        }
        Optional<Issuer> issuer = discovery.of(id, provider);
        if (issuer.isEmpty()) {
            return refuse(id, SignOnRefusal.UNREACHABLE);
        }
        return switch (proving.prove(issuer.get(), question, answer)) {
            case Proving.Unproven(var why) -> refuse(id, why);
            case Proving.Proven(var token) ->
                switch (arrivals.letIn(issuer.get(), token)) {
                    case Arrived arrived -> arrived;
                    case Refused(var why) -> logged(id, why);
                };
        };
    }

    private boolean tooOld(OAuth2AuthorizationRequest question) {
        return !(question.getAttributes().get(BEGUN) instanceof Instant begun)
                || clock.instant().isAfter(begun.plus(OPEN));
    }

    private Refused refuse(String id, SignOnRefusal why) {
        return logged(id, arrivals.refuse(id, why).why());
    }

    private static Refused logged(String id, SignOnRefusal why) {
        LOG.warn("A sign-in by the provider {} was refused: {}", id, why);
        return new Refused(why);
    }
}
