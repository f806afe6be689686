// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Links that were mailed and are neither used nor expired.
@Repository
class SignInLinks {
    private final JdbcClient jdbc;

    SignInLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// For the browser that asked, as long as the request says.
    void issue(Secret token, LinkRequest request) {
        jdbc.sql("""
                        insert into sign_in_link (token_sha256, browser_sha256, email, expires_at) \
                        select :token, browser_sha256, email, expires_at from sign_in_request where id = :request""")
                .param("token", token.digest())
                .param("request", request.id())
                .update();
    }

    /// Uses a link up, if it is open, and gives the address that it was mailed to. Of two at once, one gets it.
    Optional<String> use(Secret token, Secret browser, Instant at) {
        return jdbc.sql("""
                        delete from sign_in_link where token_sha256 = :token and browser_sha256 = :browser \
                        and expires_at > :at returning email""")
                .param("token", token.digest())
                .param("browser", browser.digest())
                .param("at", Timestamp.from(at))
                .query(String.class)
                .optional();
    }

    /// Whether a link could be used now, in this browser or in another.
    boolean open(Secret token, Instant at) {
        return jdbc.sql("select count(*) from sign_in_link where token_sha256 = :token and expires_at > :at")
                        .param("token", token.digest())
                        .param("at", Timestamp.from(at))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    int openFor(String email, Instant at) {
        return jdbc.sql("select count(*) from sign_in_link where email = :email and expires_at > :at")
                .param("email", email)
                .param("at", Timestamp.from(at))
                .query(Integer.class)
                .single();
    }

    void forgetExpired(Instant at) {
        jdbc.sql("delete from sign_in_link where expires_at <= :at")
                .param("at", Timestamp.from(at))
                .update();
    }
}
