// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
    /// Pairs with the pause that holds on a day; that of a line before one that was asked for.
    private static final String WITH_PAUSE = """
            pair left join lateral (select cause, until from pair_pause \
            where pair_id = pair.id and ended_at is null and (until is null or until > :today) \
            order by cause desc limit 1) pause on true\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Pairs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What an owner may see of a pair.
    ///
    /// @param pause as it stands in the pair; none unless the outcome is that it rests
    public record Overview(
            UUID id,
            String mentorId,
            String menteeId,
            Instant proposedAt,
            Instant answerBy,
            Outcome outcome,
            @Nullable Pause pause) {}

    /// The pairs of a programme, newest first. Nobody's answer leaves the database here: it says how each pair
    /// stands in the same words as [Pair#outcome].
    public List<Overview> overview(UUID programmeId) {
        return jdbc.sql("""
                        select id, mentor_id, mentee_id, proposed_at, answer_by, cause, until, case \
                        when mentor_answer = 'DECLINED' or mentee_answer = 'DECLINED' or closed_at is not null \
                        then 'NOT_GOING_AHEAD' when cause is not null then 'PAUSED' \
                        when mentor_answer is not null and mentee_answer is not null then 'AGREED' \
                        else 'WAITING' end as outcome from\s""" + WITH_PAUSE + """
                        where programme_id = :programme order by proposed_at desc, mentor_id, mentee_id""")
                .param("today", today())
                .param("programme", programmeId)
                .query((row, _) -> new Overview(
                        row.getObject("id", UUID.class),
                        row.getString("mentor_id"),
                        row.getString("mentee_id"),
                        row.getTimestamp("proposed_at").toInstant(),
                        row.getTimestamp("answer_by").toInstant(),
                        Outcome.valueOf(row.getString("outcome")),
                        pause(row)))
                .list();
    }

    /// Somebody's own pairs, newest first.
    public List<Pair> ofPerson(String personId) {
        return jdbc.sql("select * from " + WITH_PAUSE + """
                        where mentor_id = :person or mentee_id = :person order by proposed_at desc, id""")
                .param("today", today())
                .param("person", personId)
                .query(Pairs::pair)
                .list();
    }

    /// One of somebody's own pairs.
    public Optional<Pair> ofPerson(String personId, UUID id) {
        return jdbc.sql("select * from " + WITH_PAUSE
                        + "where id = :id and (mentor_id = :person or mentee_id = :person)")
                .param("today", today())
                .param("id", id)
                .param("person", personId)
                .query(Pairs::pair)
                .optional();
    }

    /// The pair and the person that a mailed link is for.
    public Optional<Asked> behind(Secret token) {
        return jdbc.sql("select pair.*, pause.*, answer_link.person_id from " + WITH_PAUSE + """
                        join answer_link on pair.id = answer_link.pair_id where token_sha256 = :token""")
                .param("today", today())
                .param("token", token.digest())
                .query((row, index) -> new Asked(pair(row, index), row.getString("person_id")))
                .optional();
    }

    public record Asked(Pair pair, String personId) {}

    /// A pair held until the transaction ends; empty where it is not this person's.
    Optional<Pair> hold(UUID id, String personId) {
        return hold(id).filter(pair -> pair.has(personId));
    }

    /// Whosever it is.
    Optional<Pair> hold(UUID id) {
        return jdbc.sql("select * from " + WITH_PAUSE + "where id = :id for update of pair")
                .param("today", today())
                .param("id", id)
                .query(Pairs::pair)
                .optional();
    }

    /// One that there is.
    Pair held(UUID id) {
        return hold(id).orElseThrow();
    }

    /// Pairs past their time that are still open, held until the transaction ends.
    List<Pair> holdOverdue(Instant at) {
        return jdbc.sql("select * from " + WITH_PAUSE + """
                        where closed_at is null and answer_by <= :at \
                        and (mentor_answer is null or mentee_answer is null) for update of pair skip locked""")
                .param("today", today())
                .param("at", Timestamp.from(at))
                .query(Pairs::pair)
                .list();
    }

    /// Pairs that will not come about, of people who are about to be asked about another one.
    List<Pair> holdEnded(UUID programmeId, List<String> people) {
        return jdbc.sql("select * from " + WITH_PAUSE + """
                        where programme_id = :programme and closed_at is null \
                        and (mentor_answer = 'DECLINED' or mentee_answer = 'DECLINED') \
                        and (mentor_id in (:people) or mentee_id in (:people)) for update of pair""")
                .param("today", today())
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
                closed == null ? null : closed.toInstant(),
                pause(row));
    }

    private static @Nullable Pause pause(ResultSet row) throws SQLException {
        var cause = row.getString("cause");
        return cause == null ? null : new Pause(Pause.Cause.valueOf(cause), row.getObject("until", LocalDate.class));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static @Nullable Answer answer(@Nullable String text) {
        return text == null ? null : Answer.valueOf(text);
    }
}
