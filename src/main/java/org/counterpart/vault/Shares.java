// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The server's half of the keys of each space, apart from everything else.
@Repository
class Shares {
    private static final int SIZE = 32;

    private final JdbcClient jdbc;
    private final SecureRandom chance = new SecureRandom();

    Shares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void make(UUID space, Instant at) {
        var share = new byte[SIZE];
        chance.nextBytes(share);
        jdbc.sql("insert into keystore.share (space_id, share, since) values (:space, :share, :at)")
                .param("space", space)
                .param("share", share)
                .param("at", Timestamp.from(at))
                .update();
    }

    /// What may be left anywhere of the rest opens for nobody.
    void destroy(UUID space) {
        jdbc.sql("delete from keystore.share where space_id = :space")
                .param("space", space)
                .update();
    }
}
