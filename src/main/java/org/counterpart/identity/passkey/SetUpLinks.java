// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity.passkey;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.identity.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Links that were printed and not used. The one for the first owner is good until it is used or printed anew, one for
/// an owner who comes in again for an hour.
@Repository
class SetUpLinks {
    private static final Duration OPEN = Duration.ofHours(1);

    private final JdbcClient jdbc;

    SetUpLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param accountId who comes in again; none for the first owner
    record Link(@Nullable UUID accountId) {}

    /// A fresh one; earlier ones for the same account end.
    Secret issue(@Nullable UUID accountId, Instant at) {
        var token = Secret.fresh();
        jdbc.sql("delete from set_up_link where account_id is not distinct from cast(:account as uuid)")
                .param("account", accountId)
                .update();
        jdbc.sql("insert into set_up_link (token_sha256, issued_at, account_id) values (:token, :at, :account)")
                .param("token", token.digest())
                .param("at", Timestamp.from(at))
                .param("account", accountId)
                .update();
        return token;
    }

    /// One that is open, held until the transaction ends.
    Optional<Link> find(Secret token, Instant at) {
        return jdbc.sql("select account_id from set_up_link where token_sha256 = :token "
                        + "and (account_id is null or issued_at > :since) for update")
                .param("token", token.digest())
                .param("since", Timestamp.from(at.minus(OPEN)))
                .query((row, _) -> new Link(row.getObject(1, UUID.class)))
                .optional();
    }

    void use(Secret token) {
        jdbc.sql("delete from set_up_link where token_sha256 = :token")
                .param("token", token.digest())
                .update();
    }
}
