/// Signing in with an OpenID Connect provider: authorization code with PKCE, and an ID token that is checked in full.
/// Nothing of a token is kept but issuer and subject.
@NullMarked
package org.counterpart.identity.signon;

import org.jspecify.annotations.NullMarked;
