// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterpart.enrolment.Role;
import org.counterpart.matching.MatchRun.Alternative;
import org.counterpart.matching.MatchRun.AppliedRule;
import org.counterpart.matching.MatchRun.Before;
import org.counterpart.matching.MatchRun.Field;
import org.counterpart.matching.MatchRun.Figures;
import org.counterpart.matching.MatchRun.Proposal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The runs of each programme, with all that was decided in them. Runs are never changed after they were made,
/// except that one is published.
@Repository
public class MatchRuns {
    private final JdbcClient jdbc;
    private final Quotas quotas;

    MatchRuns(JdbcClient jdbc, Quotas quotas) {
        this.jdbc = jdbc;
        this.quotas = quotas;
    }

    public Optional<MatchRun> latest(UUID programmeId) {
        return jdbc.sql("select id from match_run where programme_id = :programme order by number desc limit 1")
                .param("programme", programmeId)
                .query(UUID.class)
                .optional()
                .flatMap(id -> find(programmeId, id));
    }

    public Optional<MatchRun> find(UUID programmeId, UUID id) {
        var details = new Details(alternatives(id), rules(id), quotas.pricesIn(id), proposals(id), leftOut(id));
        return jdbc.sql("select * from match_run where id = :id and programme_id = :programme")
                .param("id", id)
                .param("programme", programmeId)
                .query((row, _) -> run(row, details))
                .optional();
    }

    /// The proposals of the latest run.
    Set<PairKey> latestProposals(UUID programmeId) {
        return Set.copyOf(jdbc.sql("""
                        select mentor_id, mentee_id from proposal where run_id = (select id from match_run \
                        where programme_id = :programme order by number desc limit 1)""")
                .param("programme", programmeId)
                .query((row, _) -> new PairKey(row.getString("mentor_id"), row.getString("mentee_id")))
                .list());
    }

    /// Whom the last published run left out.
    Set<String> waiting(UUID programmeId) {
        return Set.copyOf(jdbc.sql("""
                        select person_id from left_out where run_id = (select id from match_run \
                        where programme_id = :programme and published_at is not null order by number desc limit 1)""")
                .param("programme", programmeId)
                .query(String.class)
                .list());
    }

    /// What stands in other tables.
    private record Details(
            List<Alternative> alternatives,
            List<AppliedRule> rules,
            List<QuotaPrice> quotas,
            List<Proposal> proposals,
            List<LeftOut> leftOut) {}

    /// The latest runs, newest first.
    public List<Headline> headlines(UUID programmeId, int limit) {
        return jdbc.sql("""
                        select id, number, pairs, worst, total, published_at from match_run \
                        where programme_id = :programme order by number desc limit :limit""")
                .param("programme", programmeId)
                .param("limit", limit)
                .query((row, _) -> new Headline(
                        row.getObject("id", UUID.class),
                        row.getInt("number"),
                        new Figures(row.getInt("pairs"), row.getLong("worst"), row.getLong("total")),
                        row.getTimestamp("published_at") != null))
                .list();
    }

    /// Zip of the result folder of a run.
    public Optional<byte[]> archive(UUID programmeId, UUID id) {
        return jdbc.sql("select archive from match_run where id = :id and programme_id = :programme")
                .param("id", id)
                .param("programme", programmeId)
                .query(byte[].class)
                .optional();
    }

    /// Takes the next number of the programme; two runs at once wait for each other.
    int nextNumber(UUID programmeId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('match_run ' || :programme, 0))")
                .param("programme", programmeId.toString())
                .query((row, _) -> true)
                .single();
        return jdbc.sql("select coalesce(max(number), 0) + 1 from match_run where programme_id = :programme")
                .param("programme", programmeId)
                .query(Integer.class)
                .single();
    }

    void save(MatchRun run, byte[] archive) {
        jdbc.sql("""
                        insert into match_run (id, programme_id, number, at, by_account, seed, level_gap, \
                        minutes_in_common, mentors, mentees, eithers, possible, candidates, pairs, worst, total, \
                        first_goal, blocking, stable_pairs, stable_worst, stable_total, waiting, waiting_served, \
                        proposed_before, kept, verified, complete, archive) \
                        values (:id, :programme, :number, :at, :by, :seed, :gap, :minutes, :mentors, \
                        :mentees, :eithers, :possible, :candidates, :pairs, :worst, :total, :first, :blocking, :stablePairs, :stableWorst, \
                        :stableTotal, :waiting, :waitingServed, :proposedBefore, :kept, :verified, :complete, :archive)""")
                .param("id", run.id())
                .param("programme", run.programmeId())
                .param("number", run.number())
                .param("at", Timestamp.from(run.at()))
                .param("by", run.by())
                .param("seed", run.seed())
                .param("gap", run.levelGap())
                .param("minutes", run.minutesInCommon())
                .param("mentors", run.field().mentors())
                .param("mentees", run.field().mentees())
                .param("eithers", run.field().eithers())
                .param("possible", run.field().possible())
                .param("candidates", run.field().candidates())
                .param("pairs", run.figures().pairs())
                .param("worst", run.figures().worst())
                .param("total", run.figures().total())
                .param("first", run.first().name())
                .param("blocking", run.stability().blocking())
                .param("stablePairs", run.stability().pairs())
                .param("stableWorst", run.stability().worst())
                .param("stableTotal", run.stability().total())
                .param("waiting", run.before().waiting())
                .param("waitingServed", run.before().waitingServed())
                .param("proposedBefore", run.before().proposed())
                .param("kept", run.before().kept())
                .param("verified", run.verified())
                .param("complete", run.complete())
                .param("archive", archive)
                .update();
        run.alternatives().forEach(alternative -> save(run.id(), alternative));
        run.rules().forEach(rule -> save(run.id(), rule));
        for (int position = 0; position < run.quotas().size(); position++) {
            quotas.save(run.id(), position, run.quotas().get(position));
        }
        run.proposals().forEach(proposal -> save(run.id(), proposal));
        run.leftOut().forEach(leftOut -> save(run.id(), leftOut));
    }

    /// Marks a run as published unless it already is; false if nothing changed.
    boolean publish(UUID id, UUID by, Instant at) {
        return jdbc.sql("""
                        update match_run set published_at = :at, published_by_account = :by \
                        where id = :id and published_at is null""")
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .param("id", id)
                        .update()
                > 0;
    }

    private void save(UUID run, Alternative alternative) {
        jdbc.sql("""
                        insert into match_run_alternative (run_id, aim, pairs, worst, total) \
                        values (:run, :aim, :pairs, :worst, :total)""")
                .param("run", run)
                .param("aim", alternative.aim().name())
                .param("pairs", alternative.figures().pairs())
                .param("worst", alternative.figures().worst())
                .param("total", alternative.figures().total())
                .update();
    }

    private List<Alternative> alternatives(UUID run) {
        return jdbc
                .sql("select aim, pairs, worst, total from match_run_alternative where run_id = :run")
                .param("run", run)
                .query((row, _) -> new Alternative(
                        Aim.valueOf(row.getString("aim")),
                        new Figures(row.getInt("pairs"), row.getLong("worst"), row.getLong("total"))))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Alternative::aim))
                .toList();
    }

    private void save(UUID run, AppliedRule rule) {
        jdbc.sql("""
                        insert into match_run_rule (run_id, rule, strength, broken, broken_alone, judged) \
                        values (:run, :rule, :strength, :broken, :alone, :judged)""")
                .param("run", run)
                .param("rule", rule.rule().name())
                .param("strength", rule.strength().name())
                .param("broken", rule.broken())
                .param("alone", rule.brokenAlone())
                .param("judged", rule.judged())
                .update();
    }

    private void save(UUID run, Proposal proposal) {
        jdbc.sql("""
                        insert into proposal (run_id, mentor_id, mentee_id, to_mentor, to_mentee, locked, standing, \
                        evidence) values (:run, :mentor, :mentee, :toMentor, :toMentee, :locked, :standing, :evidence)""")
                .param("run", run)
                .param("mentor", proposal.mentorId())
                .param("mentee", proposal.menteeId())
                .param("toMentor", proposal.toMentor())
                .param("toMentee", proposal.toMentee())
                .param("locked", proposal.locked())
                .param("standing", proposal.standing())
                .param("evidence", Kept.text(proposal.evidence()))
                .update();
    }

    private void save(UUID run, LeftOut leftOut) {
        jdbc.sql("insert into left_out (run_id, person_id, role, why) values (:run, :person, :role, :why)")
                .param("run", run)
                .param("person", leftOut.personId())
                .param("role", leftOut.role().name())
                .param("why", Kept.text(leftOut.why()))
                .update();
    }

    private List<AppliedRule> rules(UUID run) {
        return jdbc
                .sql("select rule, strength, broken, broken_alone, judged from match_run_rule where run_id = :run")
                .param("run", run)
                .query((row, _) -> new AppliedRule(
                        Rule.valueOf(row.getString("rule")),
                        Strength.valueOf(row.getString("strength")),
                        row.getLong("broken"),
                        row.getLong("broken_alone"),
                        row.getBoolean("judged")))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(AppliedRule::rule))
                .toList();
    }

    private List<Proposal> proposals(UUID run) {
        return jdbc.sql("""
                        select mentor_id, mentee_id, to_mentor, to_mentee, locked, standing, evidence from proposal \
                        where run_id = :run order by to_mentor + to_mentee, mentor_id, mentee_id""")
                .param("run", run)
                .query((row, _) -> new Proposal(
                        row.getString("mentor_id"),
                        row.getString("mentee_id"),
                        row.getInt("to_mentor"),
                        row.getInt("to_mentee"),
                        row.getBoolean("locked"),
                        row.getBoolean("standing"),
                        Kept.evidence(row.getString("evidence"))))
                .list();
    }

    private List<LeftOut> leftOut(UUID run) {
        return jdbc.sql("select person_id, role, why from left_out where run_id = :run order by role, person_id")
                .param("run", run)
                .query((row, _) -> new LeftOut(
                        row.getString("person_id"),
                        Role.valueOf(row.getString("role")),
                        Kept.why(row.getString("why"))))
                .list();
    }

    private static MatchRun run(ResultSet row, Details details) throws SQLException {
        var published = row.getTimestamp("published_at");
        return new MatchRun(
                row.getObject("id", UUID.class),
                row.getObject("programme_id", UUID.class),
                row.getInt("number"),
                row.getTimestamp("at").toInstant(),
                row.getObject("by_account", UUID.class),
                row.getString("seed"),
                row.getInt("level_gap"),
                row.getInt("minutes_in_common"),
                new Field(
                        row.getInt("mentors"),
                        row.getInt("mentees"),
                        row.getInt("eithers"),
                        row.getLong("possible"),
                        row.getLong("candidates")),
                Aim.valueOf(row.getString("first_goal")),
                new Figures(row.getInt("pairs"), row.getLong("worst"), row.getLong("total")),
                details.alternatives(),
                new Stability(
                        row.getInt("blocking"),
                        row.getInt("stable_pairs"),
                        row.getInt("stable_worst"),
                        row.getInt("stable_total")),
                new Before(
                        row.getInt("waiting"),
                        row.getInt("waiting_served"),
                        row.getInt("proposed_before"),
                        row.getInt("kept")),
                row.getBoolean("verified"),
                row.getBoolean("complete"),
                published == null ? null : published.toInstant(),
                details.rules(),
                details.quotas(),
                details.proposals(),
                details.leftOut());
    }

    /// A run in one line.
    public record Headline(UUID id, int number, Figures figures, boolean published) {}
}
