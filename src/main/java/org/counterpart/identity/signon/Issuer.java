// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import org.counterpart.identity.Provider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/// A provider as it described itself.
///
/// @param idTokens reads its tokens and refuses all others
/// @param namesItself whether each of its answers says who answers (RFC 9207)
record Issuer(Provider provider, ClientRegistration registration, JwtDecoder idTokens, boolean namesItself) {
    String id() {
        return registration.getRegistrationId();
    }
}
