// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where an organisation knows its people: an OpenID Connect provider, as the operator names it. It vouches for a
/// subject's first sign-in by a person's id in the roster, or by an address that it verified, if the operator trusts it
/// so far; afterwards only issuer and subject count.
///
/// @param name what the button says
/// @param issuer exactly as the provider spells it
/// @param clientSecret empty for a public client
/// @param personClaim name of the claim with the person's id in the roster; empty if none has it
/// @param byMail whether an address that the provider verified may tell who somebody is
/// @param scopes asked for besides `openid`
/// @param require claims and the value that each must have, such as `hd` of Google
/// @param secondFactor values of `amr` (RFC 8176) or `acr`, any of which says that a second factor was shown
public record Provider(
        @DefaultValue("") String name,
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String personClaim,
        @DefaultValue("false") boolean byMail,
        @DefaultValue Set<String> scopes,
        @DefaultValue Map<String, String> require,
        @DefaultValue({"mfa", "otp", "hwk", "sc", "fido"}) Set<String> secondFactor) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /// Whether an address may be asked: over TLS, or on this machine.
    public static boolean safe(String address) {
        try {
            var uri = URI.create(address);
            return "https".equals(uri.getScheme()) && uri.getHost() != null
                    || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost());
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    /// Never the secret: it would end up in a log.
    @Override
    public String toString() {
        return "Provider " + issuer;
    }
}
