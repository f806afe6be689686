// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Mail that was written. It leaves the outbox when it is sent.
@Repository
public class Outbox {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Outbox(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void write(Mail mail) {
        jdbc.sql("""
                        insert into mail (id, recipient, subject, body, written_at, next_attempt_at) \
                        values (:id, :recipient, :subject, :body, :at, :at)""")
                .param("id", mail.id())
                .param("recipient", mail.recipient())
                .param("subject", mail.subject())
                .param("body", mail.body())
                .param("at", Timestamp.from(mail.writtenAt()))
                .update();
    }

    /// Many at once, to be sent one after the other and with so much time between that other mail is not kept waiting.
    void write(List<Mail> mails, Duration apart) {
        var due = new AtomicLong();
        batches.batchUpdate(
                "insert into mail (id, recipient, subject, body, written_at, next_attempt_at) values (?, ?, ?, ?, ?, ?)",
                mails,
                500,
                (statement, mail) -> {
                    var at = mail.writtenAt().plus(apart.multipliedBy(due.getAndIncrement()));
                    statement.setObject(1, mail.id());
                    statement.setString(2, mail.recipient());
                    statement.setString(3, mail.subject());
                    statement.setString(4, mail.body());
                    statement.setTimestamp(5, Timestamp.from(mail.writtenAt()));
                    statement.setTimestamp(6, Timestamp.from(at));
                });
    }

    /// The next mail to send, held until the transaction ends, so that no other node sends it too.
    Optional<Mail> hold(Instant at) {
        return jdbc.sql("""
                        select id, recipient, subject, body, written_at from mail \
                        where sent_at is null and next_attempt_at <= :at \
                        order by next_attempt_at, written_at, id limit 1 for update skip locked""").param("at", Timestamp.from(at)).query(Outbox::mail).optional();
    }

    /// @param body what to keep of its text
    void sent(UUID id, Instant at, String body) {
        jdbc.sql("update mail set sent_at = :at, attempts = attempts + 1, body = :body where id = :id")
                .param("at", Timestamp.from(at))
                .param("body", body)
                .param("id", id)
                .update();
    }

    /// Tries again later: after 1, 2, 4 … minutes, at most an hour.
    void failed(UUID id, Instant at) {
        jdbc.sql("""
                        update mail set attempts = attempts + 1, next_attempt_at = cast(:at as timestamptz) \
                        + make_interval(mins => least(60, power(2, least(attempts, 6))::integer)) where id = :id""").param("at", Timestamp.from(at)).param("id", id).update();
    }

    /// The latest mail, newest first.
    List<Mail> latest(int limit) {
        return jdbc.sql("""
                        select id, recipient, subject, body, written_at from mail \
                        order by written_at desc, id limit :limit""").param("limit", limit).query(Outbox::mail).list();
    }

    Optional<Mail> find(UUID id) {
        return jdbc.sql("select id, recipient, subject, body, written_at from mail where id = :id")
                .param("id", id)
                .query(Outbox::mail)
                .optional();
    }

    private static Mail mail(ResultSet row, int index) throws SQLException {
        return new Mail(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getTimestamp("written_at").toInstant());
    }
}
