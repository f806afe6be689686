// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.counterpart.identity.Provider;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/// Checks ID tokens in full (OpenID Connect Core 3.1.3.7): signature by a key of the provider in an asymmetric
/// algorithm, issuer, audience, authorised party and times, with a minute for clocks that differ. Stricter than the
/// standard: a token for us is for nobody else, and not older than ten minutes.
@Component
class IdTokens {
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(60);
    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Set<SignatureAlgorithm> ASYMMETRIC = Set.of(SignatureAlgorithm.values());

    private final Clock clock;

    IdTokens(Clock clock) {
        this.clock = clock;
    }

    JwtDecoder decoder(ClientRegistration registration, Provider provider) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(
                        Objects.requireNonNull(registration.getProviderDetails().getJwkSetUri()))
                .jwsAlgorithms(algorithms -> algorithms.addAll(ASYMMETRIC))
                .restOperations(Asking.template())
                .build();
        decoder.setClaimSetConverter(
                new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtTypeValidator.jwt(),
                standard(registration),
                lifetime(),
                must("aud", token -> List.of(provider.clientId()).equals(token.getAudience())),
                must("sub", token -> plain(token.getSubject())),
                must("iat", this::fresh),
                must(
                        "claim",
                        token -> provider.require().entrySet().stream()
                                .allMatch(each ->
                                        each.getValue().equals(token.getClaims().get(each.getKey()))))));
        return decoder;
    }

    private OidcIdTokenValidator standard(ClientRegistration registration) {
        var validator = new OidcIdTokenValidator(registration);
        validator.setClock(clock);
        validator.setClockSkew(CLOCKS_DIFFER);
        return validator;
    }

    /// Not before `nbf`, which the validator of ID tokens leaves out.
    private JwtTimestampValidator lifetime() {
        var validator = new JwtTimestampValidator(CLOCKS_DIFFER);
        validator.setClock(clock);
        return validator;
    }

    private boolean fresh(Jwt token) {
        var issued = token.getIssuedAt();
        return issued != null && !issued.isBefore(clock.instant().minus(FRESH));
    }

    /// At most 255 characters of ASCII (OpenID Connect Core 2).
    private static boolean plain(@Nullable String subject) {
        return subject != null && subject.matches("[\\x21-\\x7e]([\\x20-\\x7e]{0,253}[\\x21-\\x7e])?");
    }

    private static OAuth2TokenValidator<Jwt> must(String claim, Predicate<Jwt> hold) {
        return token -> hold.test(token)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_id_token", claim, null));
    }
}
