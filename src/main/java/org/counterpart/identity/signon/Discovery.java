// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.counterpart.identity.Provider;
import org.counterpart.web.Site;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// What providers say of themselves (OpenID Connect Discovery), asked when somebody wants to sign in and again after an
/// hour, so that a provider that is down stops no start. Refuses what names another issuer or an unsafe address.
@Component
class Discovery {
    private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final ParameterizedTypeReference<Map<String, Object>> JSON = new ParameterizedTypeReference<>() {};

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final IdTokens idTokens;
    private final Site site;
    private final Clock clock;

    Discovery(IdTokens idTokens, Site site, Clock clock) {
        this.idTokens = idTokens;
        this.site = site;
        this.clock = clock;
    }

    private record Known(Issuer provider, Instant until) {}

    /// The provider under a short name; empty where it does not tell who it is.
    Optional<Issuer> of(String id, Provider provider) {
        var now = clock.instant();
        var before = known.get(id);
        if (before != null && now.isBefore(before.until())) {
            return Optional.of(before.provider());
        }
        try {
            var found = ask(id, provider);
            known.put(id, new Known(found, now.plus(GOOD_FOR)));
            return Optional.of(found);
        } catch (RestClientException | IllegalArgumentException | IllegalStateException unfit) {
            LOG.warn("The provider {} does not tell who it is: {}", id, unfit.getMessage());
            return Optional.empty();
        }
    }

    private Issuer ask(String id, Provider provider) {
        var address = provider.issuer().replaceAll("/$", "") + "/.well-known/openid-configuration";
        var told = Asking.client().build().get().uri(address).retrieve().body(JSON);
        if (told == null || !provider.issuer().equals(told.get("issuer"))) {
            throw new IllegalStateException("It calls itself %s. Maybe change the issuer that is set."
                    .formatted(told == null ? "nothing" : told.get("issuer")));
        }
        var registration = ClientRegistrations.fromOidcConfiguration(told)
                .registrationId(id)
                .clientId(provider.clientId())
                .clientSecret(provider.clientSecret())
                .scope(scopes(provider))
                .redirectUri(site.link("/sign-in/from/" + id))
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
        var details = registration.getProviderDetails();
        Stream.of(details.getAuthorizationUri(), details.getTokenUri(), details.getJwkSetUri())
                .forEach(refuseUnsafe());
        return new Issuer(
                provider,
                registration,
                idTokens.decoder(registration, provider),
                Boolean.TRUE.equals(told.get("authorization_response_iss_parameter_supported")));
    }

    private static Consumer<@Nullable String> refuseUnsafe() {
        return endpoint -> {
            if (endpoint == null || !Provider.safe(endpoint)) {
                throw new IllegalStateException("It names an address that is not safe (%s).".formatted(endpoint));
            }
        };
    }

    private static Set<String> scopes(Provider provider) {
        var scopes = new LinkedHashSet<String>();
        scopes.add("openid");
        if (provider.byMail()) {
            scopes.add("email");
        }
        scopes.addAll(provider.scopes());
        return scopes;
    }
}
