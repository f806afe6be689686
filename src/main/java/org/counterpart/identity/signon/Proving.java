// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import java.util.Set;
import org.counterpart.identity.SignOnRefusal;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;

/// Gives a provider's code for an ID token and proves the token. Only the token counts: the provider is asked nothing
/// more about whoever comes, and the access token is thrown away.
@Component
class Proving {
    private final RestClientAuthorizationCodeTokenResponseClient codes =
            new RestClientAuthorizationCodeTokenResponseClient();

    Proving() {
        codes.setRestClient(Asking.client()
                .configureMessageConverters(converters -> {
                    converters.addCustomConverter(new FormHttpMessageConverter());
                    converters.addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(HttpStatusCode::is5xxServerError, (_, answer) -> {
                    throw new ResourceAccessException("It answers " + answer.getStatusCode());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
    }

    sealed interface Proof {}

    record Proven(OidcIdToken token) implements Proof {}

    record Unproven(SignOnRefusal why) implements Proof {}

    /// @param question that this browser took to the provider
    Proof prove(Issuer issuer, OAuth2AuthorizationRequest question, Answer answer) {
        var named = answer.issuer();
        if (named == null
                ? issuer.namesItself()
                : !named.equals(issuer.provider().issuer())) {
            return new Unproven(SignOnRefusal.ANSWERED_BY_ANOTHER);
        }
        if (answer.state() == null || question.getRedirectUri() == null) {
            return new Unproven(SignOnRefusal.NOT_BEGUN_HERE);
        }
        if (answer.error() != null || answer.code() == null || answer.code().isBlank()) {
            return new Unproven(SignOnRefusal.DECLINED_BY_PROVIDER);
        }
        var response = OAuth2AuthorizationResponse.success(answer.code())
                .state(answer.state())
                .redirectUri(question.getRedirectUri())
                .build();
        try {
            var proven = exchange(issuer)
                    .authenticate(new OAuth2LoginAuthenticationToken(
                            issuer.registration(), new OAuth2AuthorizationExchange(question, response)));
            return proven != null && proven.getPrincipal() instanceof OidcUser who
                    ? new Proven(who.getIdToken())
                    : new Unproven(SignOnRefusal.CODE_WITHOUT_TOKEN);
        } catch (OAuth2AuthenticationException refused) {
            return new Unproven(why(refused));
        } catch (IllegalArgumentException | ClassCastException noToken) {
            return new Unproven(SignOnRefusal.CODE_WITHOUT_TOKEN);
        }
    }

    private OidcAuthorizationCodeAuthenticationProvider exchange(Issuer issuer) {
        var exchange = new OidcAuthorizationCodeAuthenticationProvider(
                codes, asked -> new DefaultOidcUser(Set.of(), asked.getIdToken()));
        exchange.setJwtDecoderFactory(_ -> issuer.idTokens());
        return exchange;
    }

    private static SignOnRefusal why(OAuth2AuthenticationException refused) {
        if (refused.getError().getErrorCode().equals("invalid_nonce")) {
            return SignOnRefusal.NOT_FOR_THIS_BROWSER;
        }
        return switch (refused.getCause()) {
            case JwtValidationException _ -> SignOnRefusal.NOT_MEANT_FOR_US;
            case BadJwtException _ -> SignOnRefusal.NOT_SIGNED_BY_PROVIDER;
            case JwtException _ -> SignOnRefusal.UNREACHABLE;
            case Throwable broken
            when broken.getCause() instanceof ResourceAccessException -> SignOnRefusal.UNREACHABLE;
            case null, default -> SignOnRefusal.CODE_WITHOUT_TOKEN;
        };
    }
}
