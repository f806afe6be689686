// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.web.Duty;
import org.counterpart.web.Site;
import org.springframework.stereotype.Component;

/// Those who run the programmes.
@Component
public class Owners {
    private final Grants grants;
    private final Accounts accounts;
    private final SignInSettings settings;
    private final SingleSignOn signOn;
    private final Site site;

    Owners(Grants grants, Accounts accounts, SignInSettings settings, SingleSignOn signOn, Site site) {
        this.grants = grants;
        this.accounts = accounts;
        this.settings = settings;
        this.signOn = signOn;
        this.site = site;
    }

    public boolean none() {
        return grants.owners().isEmpty();
    }

    public boolean owns(UUID accountId) {
        return grants.owners().contains(accountId);
    }

    /// Whether somebody could still come in once no link is mailed to them: with a passkey, by single sign-on, or by
    /// the open door of a demonstration.
    public boolean couldComeIn(UUID accountId) {
        return !settings.linksAreMailed(signOn) || site.demonstration() || accounts.havePasskey(accountId);
    }

    /// Whether somebody runs the programmes, or was proposed to.
    public boolean ownsOrMay(UUID accountId) {
        return grants.openOf(accountId).stream().anyMatch(grant -> grant.duty() == Duty.OWNER);
    }

    /// Whom mail to an address reaches, if they run the programmes or were proposed to.
    public Optional<Account> at(String email) {
        return grants.open().stream()
                .filter(grant -> grant.duty() == Duty.OWNER)
                .map(Grant::holder)
                .filter(holder -> holder.email().equals(email))
                .findFirst();
    }

    /// Makes the first one, which takes nobody else.
    ///
    /// @return their account
    /// @throws IllegalStateException if there is one
    public UUID first(String email, String name, Instant since) {
        return first(UUID.randomUUID(), email, name, since);
    }

    /// @param id of the account that is opened for them
    public UUID first(UUID id, String email, String name, Instant since) {
        if (!grants.lockOwners().isEmpty()) {
            throw new IllegalStateException("The first owner is there already. Others are proposed and confirmed.");
        }
        var account = accounts.open(id, null, email, name, since);
        grants.confirm(grants.propose(account, Duty.OWNER, null, "", null, since), account, since);
        return account;
    }
}
