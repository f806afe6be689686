// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.passkey;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.identity.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What passkeys were asked to sign: each once, for ten minutes, in the browser that asked. So a signature that
/// somebody overheard opens nothing.
@Repository
class Challenges {
    static final Duration OPEN = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    Challenges(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param accountId for whom a passkey is to be made; none to sign in
    Secret ask(Secret browser, @Nullable UUID accountId) {
        var challenge = Secret.fresh();
        var now = clock.instant();
        jdbc.sql("delete from passkey_challenge where expires_at <= :at")
                .param("at", Timestamp.from(now))
                .update();
        jdbc.sql("""
                        insert into passkey_challenge (challenge_sha256, browser_sha256, account_id, expires_at) \
                        values (:challenge, :browser, :account, :expires)""")
                .param("challenge", challenge.digest())
                .param("browser", browser.digest())
                .param("account", accountId)
                .param("expires", Timestamp.from(now.plus(OPEN)))
                .update();
        return challenge;
    }

    /// Uses up one that was asked for signing in, and tells whether it was open. Of two at once, one gets it.
    boolean useToSignIn(Secret challenge, Secret browser) {
        return use(challenge, browser, false).isPresent();
    }

    /// Uses up one that was asked for making a passkey, and tells for which account.
    Optional<UUID> useToMake(Secret challenge, Secret browser) {
        return use(challenge, browser, true).map(UUID::fromString);
    }

    private Optional<String> use(Secret challenge, Secret browser, boolean bound) {
        return jdbc.sql("""
                        delete from passkey_challenge where challenge_sha256 = :challenge \
                        and browser_sha256 = :browser and expires_at > :at \
                        and (account_id is not null) = :bound returning coalesce(account_id::text, '')""")
                .param("bound", bound)
                .param("challenge", challenge.digest())
                .param("browser", browser.digest())
                .param("at", Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }
}
