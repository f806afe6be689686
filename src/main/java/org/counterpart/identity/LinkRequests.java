// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Requests for sign-in links that nobody looked into yet, over all nodes.
@Repository
class LinkRequests {
    private final JdbcClient jdbc;

    LinkRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(EmailAddress email, Secret browser, Instant expiresAt) {
        jdbc.sql("""
                        insert into sign_in_request (browser_sha256, email, expires_at) \
                        values (:browser, :email, :expires)""")
                .param("browser", browser.digest())
                .param("email", email.text())
                .param("expires", Timestamp.from(expiresAt))
                .update();
    }

    /// The next one, held until the transaction ends. Other nodes take what comes after it, but none of the same
    /// address before this one is done.
    Optional<LinkRequest> hold() {
        var next = jdbc.sql("""
                        select id, email, expires_at from sign_in_request order by id limit 1 \
                        for update skip locked""")
                .query((row, _) -> new LinkRequest(
                        row.getLong("id"),
                        row.getString("email"),
                        row.getTimestamp("expires_at").toInstant()))
                .optional();
        next.ifPresent(each -> jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:email, 0))")
                .param("email", each.email())
                .query((_, _) -> true)
                .single());
        return next;
    }

    void done(LinkRequest request) {
        jdbc.sql("delete from sign_in_request where id = :id")
                .param("id", request.id())
                .update();
    }
}
