// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.signon;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which subject of which issuer opens which account. A subject opens one, and an account is opened by one.
@Repository
class SignOns {
    private final JdbcClient jdbc;

    SignOns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> account(Subject subject) {
        return jdbc.sql("select account_id from sign_on where issuer = :issuer and subject = :subject")
                .param("issuer", subject.issuer())
                .param("subject", subject.name())
                .query(UUID.class)
                .optional();
    }

    /// Links them, unless one of the two is linked already.
    ///
    /// @return whether they are linked now by this
    boolean link(Subject subject, UUID accountId, Instant since) {
        return jdbc.sql("""
                        insert into sign_on (issuer, subject, account_id, since) \
                        values (:issuer, :subject, :account, :since) on conflict do nothing""")
                        .param("issuer", subject.issuer())
                        .param("subject", subject.name())
                        .param("account", accountId)
                        .param("since", Timestamp.from(since))
                        .update()
                > 0;
    }
}
