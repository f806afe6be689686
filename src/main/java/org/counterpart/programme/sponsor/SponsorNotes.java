// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.sponsor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Notes of sponsors. The database shows them to everyone once the call is open, and lets each change their own alone.
@Repository
public class SponsorNotes {
    private final JdbcClient jdbc;

    SponsorNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Of a programme, in the order in which they were signed.
    public List<SponsorNote> of(UUID programmeId) {
        return jdbc.sql("select * from sponsor_note where programme_id = :programme order by at, account_id")
                .param("programme", programmeId)
                .query(SponsorNotes::note)
                .list();
    }

    public Optional<SponsorNote> find(UUID programmeId, UUID accountId) {
        return of(programmeId).stream()
                .filter(note -> note.accountId().equals(accountId))
                .findFirst();
    }

    void sign(SponsorNote note) {
        jdbc.sql("""
                        insert into sponsor_note (programme_id, account_id, name, text, at) \
                        values (:programme, :account, :name, :text, :at) on conflict (programme_id, account_id) \
                        do update set name = excluded.name, text = excluded.text, at = excluded.at""")
                .param("programme", note.programmeId())
                .param("account", note.accountId())
                .param("name", note.name())
                .param("text", note.text())
                .param("at", Timestamp.from(note.at()))
                .update();
    }

    void remove(UUID programmeId, UUID accountId) {
        jdbc.sql("delete from sponsor_note where programme_id = :programme and account_id = :account")
                .param("programme", programmeId)
                .param("account", accountId)
                .update();
    }

    private static SponsorNote note(ResultSet row, int index) throws SQLException {
        return new SponsorNote(
                row.getObject("programme_id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getString("text"),
                row.getTimestamp("at").toInstant());
    }
}
