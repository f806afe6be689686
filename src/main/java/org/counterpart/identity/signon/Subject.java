// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import java.util.Objects;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;

/// Whom a provider means: its own address with a name that it never gives to anybody else.
record Subject(String issuer, String name) {
    static Subject of(Issuer issuer, OidcIdToken token) {
        return new Subject(issuer.provider().issuer(), Objects.requireNonNull(token.getSubject()));
    }
}
