// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.counterpart.web.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The providers with which people sign in, by the short name that the operator gave each. Refuses a start with a
/// provider that is named by halves.
@ConfigurationProperties("counterpart.sso")
public record SingleSignOn(@DefaultValue Map<String, Provider> provider) {
    public SingleSignOn {
        provider = new TreeMap<>(provider);
        provider.forEach(SingleSignOn::check);
    }

    /// Whether anybody signs in with a provider here.
    public boolean offered() {
        return !provider.isEmpty();
    }

    public Optional<Provider> find(String id) {
        return Optional.ofNullable(provider.get(id));
    }

    private static void check(String id, Provider provider) {
        var variable = "COUNTERPART_SSO_PROVIDER_" + id.toUpperCase(java.util.Locale.ROOT);
        if (!id.matches("[a-z0-9]{1,32}")) {
            throw new CannotStart("identity.sso.id", id);
        }
        if (provider.name().isBlank() || provider.clientId().isBlank()) {
            throw new CannotStart("identity.sso.missing", variable);
        }
        if (!Provider.safe(provider.issuer())
                || provider.issuer().chars().anyMatch(each -> each == '?' || each == '#')) {
            throw new CannotStart("identity.sso.issuer", provider.issuer(), variable);
        }
        if (provider.personClaim().isBlank() && !provider.byMail()) {
            throw new CannotStart("identity.sso.vouch", variable);
        }
    }
}
