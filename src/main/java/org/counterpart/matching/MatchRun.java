// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One run of the matching as it was kept: what it was asked, what it proposes, whom it leaves out, and its
/// figures. `alternatives` are the figures of the best answers to other aims, so that the choice has its price, and
/// `quotas` say what became of each. `complete` is false where something better is excluded only up to a margin.
/// Benefits are in points.
///
/// @param by account of whoever ran it
public record MatchRun(
        UUID id,
        UUID programmeId,
        int number,
        Instant at,
        UUID by,
        String seed,
        int levelGap,
        int minutesInCommon,
        Field field,
        Aim first,
        Figures figures,
        List<Alternative> alternatives,
        Stability stability,
        Before before,
        boolean verified,
        boolean complete,
        @Nullable Instant publishedAt,
        List<AppliedRule> rules,
        List<QuotaPrice> quotas,
        List<Proposal> proposals,
        List<LeftOut> leftOut) {

    public MatchRun {
        alternatives = List.copyOf(alternatives);
        rules = List.copyOf(rules);
        quotas = List.copyOf(quotas);
        proposals = List.copyOf(proposals);
        leftOut = List.copyOf(leftOut);
    }

    /// Whether there were too many possible pairs to weigh each, so that an index chose some.
    public boolean shortlisted() {
        return field.possible() > Candidates.MOST_JUDGED;
    }

    public boolean published() {
        return publishedAt != null;
    }

    /// Who signed up, and how many pairs could be thought of and are allowed.
    public record Field(int mentors, int mentees, int eithers, long possible, long candidates) {}

    /// The three certified objectives.
    public record Figures(int pairs, long worst, long total) {}

    /// What it owes to the runs before.
    ///
    /// @param waiting people who came first because the last published run left them out
    /// @param waitingServed how many of them are in a pair now
    /// @param proposed proposals of the run before that were not published
    /// @param kept how many of them are proposed again
    public record Before(int waiting, int waitingServed, int proposed, int kept) {}

    /// What another aim would have reached.
    public record Alternative(Aim aim, Figures figures) {}

    /// A rule as it stood, the possible pairs that break it, those that only it removes, and whether anybody gave
    /// the fact that it needs (otherwise it was ignored).
    public record AppliedRule(Rule rule, Strength strength, long broken, long brokenAlone, boolean judged) {}

    /// A proposed pair. `standing` pairs were published by an earlier run and are in force.
    public record Proposal(
            String mentorId,
            String menteeId,
            int toMentor,
            int toMentee,
            boolean locked,
            boolean standing,
            List<Evidence> evidence) {
        public Proposal {
            evidence = List.copyOf(evidence);
        }

        public int benefit() {
            return toMentor + toMentee;
        }

        public PairKey key() {
            return new PairKey(mentorId, menteeId);
        }
    }

    /// Middle benefit of the pairs, in points; halves are possible.
    public double median() {
        var benefits = proposals.stream().mapToInt(Proposal::benefit).sorted().toArray();
        int middle = benefits.length / 2;
        if (benefits.length == 0) {
            return 0;
        }
        return benefits.length % 2 == 1 ? benefits[middle] : (benefits[middle - 1] + benefits[middle]) / 2.0;
    }

    /// How many proposals differ from those of another run.
    public long changesFrom(MatchRun other) {
        var others = other.proposals().stream().map(Proposal::key).toList();
        return proposals.stream()
                .map(Proposal::key)
                .filter(key -> !others.contains(key))
                .count();
    }
}
