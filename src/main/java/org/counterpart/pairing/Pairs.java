// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterpart.identity.Secret;
import org.counterpart.matching.Kept;
import org.counterpart.pairing.Pair.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// All pairs that were ever published. Every question about them says who asks: an owner gets outcomes, a person
/// only the pairs that are theirs.
@Repository
public class Pairs {
    private final JdbcClient jdbc;

    Pairs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What an owner may see of a pair.
    public record Overview(String mentorId, String menteeId, Instant proposedAt, Instant answerBy, Outcome outcome) {}

    /// The pairs of a programme, newest first. Nobody's answer leaves the database here: it says how each pair
    /// stands in the same words as [Pair#outcome].
    public List<Overview> overview(UUID programmeId) {
        return jdbc.sql("""
                        select mentor_id, mentee_id, proposed_at, answer_by, case \
                        when mentor_answer = 'DECLINED' or mentee_answer = 'DECLINED' or closed_at is not null \
                        then 'NOT_GOING_AHEAD' \
                        when mentor_answer is not null and mentee_answer is not null then 'AGREED' \
                        else 'WAITING' end as outcome \
                        from pair where programme_id = :programme order by proposed_at desc, mentor_id, mentee_id""")
                .param("programme", programmeId)
                .query((row, _) -> new Overview(
                        row.getString("mentor_id"),
                        row.getString("mentee_id"),
                        row.getTimestamp("proposed_at").toInstant(),
                        row.getTimestamp("answer_by").toInstant(),
                        Outcome.valueOf(row.getString("outcome"))))
                .list();
    }

    /// Somebody's own pairs, newest first.
    public List<Pair> ofPerson(String personId) {
        return jdbc.sql(
                        "select * from pair where mentor_id = :person or mentee_id = :person order by proposed_at desc, id")
                .param("person", personId)
                .query(Pairs::pair)
                .list();
    }

    /// The pair and the person that a mailed link is for.
    public Optional<Asked> behind(Secret token) {
        return jdbc.sql("""
                        select pair.*, answer_link.person_id from answer_link \
                        join pair on pair.id = answer_link.pair_id where token_sha256 = :token""")
                .param("token", token.digest())
                .query((row, index) -> new Asked(pair(row, index), row.getString("person_id")))
                .optional();
    }

    public record Asked(Pair pair, String personId) {}

    /// A pair held until the transaction ends; empty where it is not this person's.
    Optional<Pair> hold(UUID id, String personId) {
        return jdbc.sql("""
                        select * from pair where id = :id and (mentor_id = :person or mentee_id = :person) \
                        for update""")
                .param("id", id)
                .param("person", personId)
                .query(Pairs::pair)
                .optional();
    }

    /// Pairs past their time that are still open, held until the transaction ends.
    List<Pair> holdOverdue(Instant at) {
        return jdbc.sql("""
                        select * from pair where closed_at is null and answer_by <= :at \
                        and (mentor_answer is null or mentee_answer is null) for update skip locked""").param("at", Timestamp.from(at)).query(Pairs::pair).list();
    }

    /// Pairs that will not come about, of people who are about to be asked about another one.
    List<Pair> holdEnded(UUID programmeId, List<String> people) {
        return jdbc.sql("""
                        select * from pair where programme_id = :programme and closed_at is null \
                        and (mentor_answer = 'DECLINED' or mentee_answer = 'DECLINED') \
                        and (mentor_id in (:people) or mentee_id in (:people)) for update""")
                .param("programme", programmeId)
                .param("people", people)
                .query(Pairs::pair)
                .list();
    }

    void add(Pair pair, UUID runId, Secret mentorLink, Secret menteeLink) {
        jdbc.sql("""
                        insert into pair (id, programme_id, run_id, mentor_id, mentee_id, evidence, proposed_at, \
                        answer_by) values (:id, :programme, :run, :mentor, :mentee, :evidence, :at, :by)""")
                .param("id", pair.id())
                .param("programme", pair.programmeId())
                .param("run", runId)
                .param("mentor", pair.mentorId())
                .param("mentee", pair.menteeId())
                .param("evidence", Kept.text(pair.evidence()))
                .param("at", Timestamp.from(pair.proposedAt()))
                .param("by", Timestamp.from(pair.answerBy()))
                .update();
        link(pair.id(), pair.mentorId(), mentorLink);
        link(pair.id(), pair.menteeId(), menteeLink);
    }

    void answer(UUID id, boolean mentor, Answer answer, Instant at) {
        jdbc.sql(
                        mentor
                                ? "update pair set mentor_answer = :answer, mentor_answered_at = :at where id = :id"
                                : "update pair set mentee_answer = :answer, mentee_answered_at = :at where id = :id")
                .param("answer", answer.name())
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    void close(UUID id, Instant at) {
        jdbc.sql("update pair set closed_at = :at where id = :id")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    private void link(UUID pair, String person, Secret token) {
        jdbc.sql("insert into answer_link (token_sha256, pair_id, person_id) values (:token, :pair, :person)")
                .param("token", token.digest())
                .param("pair", pair)
                .param("person", person)
                .update();
    }

    private static Pair pair(ResultSet row, int index) throws SQLException {
        var closed = row.getTimestamp("closed_at");
        return new Pair(
                row.getObject("id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getString("mentor_id"),
                row.getString("mentee_id"),
                Kept.evidence(row.getString("evidence")),
                row.getTimestamp("proposed_at").toInstant(),
                row.getTimestamp("answer_by").toInstant(),
                answer(row.getString("mentor_answer")),
                answer(row.getString("mentee_answer")),
                closed == null ? null : closed.toInstant());
    }

    private static @Nullable Answer answer(@Nullable String text) {
        return text == null ? null : Answer.valueOf(text);
    }
}
