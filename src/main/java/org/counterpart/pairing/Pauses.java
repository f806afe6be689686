// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// When pairs rest. Only the program writes here.
@Repository
class Pauses {
    private final JdbcClient jdbc;

    Pauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Ends an earlier pause of the same cause first, so that each pair rests for a cause once at most.
    void begin(UUID pairId, Pause pause, Instant at) {
        end(pairId, pause.cause(), at);
        jdbc.sql("insert into pair_pause (pair_id, cause, since, until) values (:pair, :cause, :at, :until)")
                .param("pair", pairId)
                .param("cause", pause.cause().name())
                .param("at", Timestamp.from(at))
                .param("until", pause.until())
                .update();
    }

    void end(UUID pairId, Pause.Cause cause, Instant at) {
        jdbc.sql("""
                        update pair_pause set ended_at = :at \
                        where pair_id = :pair and cause = :cause and ended_at is null""")
                .param("pair", pairId)
                .param("cause", cause.name())
                .param("at", Timestamp.from(at))
                .update();
    }

    /// Pairs not closed of whom one works above the other, however many levels up, in the roster as it is now.
    Set<UUID> onOneLine() {
        return jdbc.sql("""
                        with recursive open as (select id, mentor_id, mentee_id from pair where closed_at is null), \
                        line (pair_id, other, above) as (\
                        select open.id, open.mentee_id, manager_id from open join person on person.id = mentor_id \
                        union \
                        select open.id, open.mentor_id, manager_id from open join person on person.id = mentee_id), \
                        up (pair_id, other, above) as (\
                        select * from line union \
                        select pair_id, other, manager_id from up join person on person.id = above) \
                        select distinct pair_id from up where above = other""").query(UUID.class).list().stream().collect(Collectors.toUnmodifiableSet());
    }

    /// Pairs that rest because of a line.
    Set<UUID> becauseOfALine() {
        return jdbc.sql("""
                        select pair_id from pair_pause join pair on pair.id = pair_id \
                        where cause = 'REPORTING_LINE' and ended_at is null and closed_at is null""").query(UUID.class).list().stream().collect(Collectors.toUnmodifiableSet());
    }
}
