// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.matching.Gathering.Gathered;
import org.counterpart.matching.MatchRun.Alternative;
import org.counterpart.matching.MatchRun.AppliedRule;
import org.counterpart.matching.MatchRun.Before;
import org.counterpart.matching.MatchRun.Field;
import org.counterpart.matching.MatchRun.Figures;
import org.counterpart.matching.MatchRun.Proposal;
import org.counterpart.matching.Matching.LocksRefused;
import org.counterpart.matching.Matching.Matched;
import org.counterpart.matching.Matching.QuotasRefused;
import org.counterpart.matching.Matching.QuotasUndecided;
import org.counterpart.matching.files.ResultFolder;
import org.counterpart.matching.verifier.Verdict;
import org.counterpart.matching.verifier.Verifier;
import org.counterpart.programme.Decision;
import org.counterpart.programme.Decisions;
import org.counterpart.web.SignedIn;
import org.counterpart.web.Texts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs the matching of a programme and keeps what it proposes, with the proof, checked by the verifier before
/// anyone sees it. Nothing is told to anybody until a run is published.
@Component
public class ProposingPairs {
    private final Gathering gathering;
    private final LatestMatching latest;
    private final MatchRuns runs;
    private final Decisions decisions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final LongWork longWork;
    private final FairnessAudits audits;
    private final Telling telling;

    ProposingPairs(
            Gathering gathering,
            LatestMatching latest,
            MatchRuns runs,
            Decisions decisions,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock,
            LongWork longWork,
            FairnessAudits audits,
            MessageSource messages) {
        this.gathering = gathering;
        this.latest = latest;
        this.runs = runs;
        this.decisions = decisions;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.longWork = longWork;
        this.audits = audits;
        this.telling = new Telling(new Texts(messages, java.util.Locale.ENGLISH));
    }

    /// What a run came to.
    public sealed interface Answer {}

    public record Proposed(MatchRun run) implements Answer {}

    /// Nobody signed up yet.
    public record NobodyThere() implements Answer {}

    /// Locks that cannot be made, each with why.
    public record LocksInTheWay(Map<PairKey, LocksRefused.Why> locks) implements Answer {}

    /// The fewest quotas, rules and locks that cannot be had together, in words.
    public record QuotasInTheWay(String conflict) implements Answer {}

    /// The quotas leave so much open that the search was given up.
    public record Undecided() implements Answer {}

    /// It would be longer than the decision log keeps.
    public record ReasonTooLong() implements Answer {}

    /// @param reason for the decision log, in the owner's words; may be empty
    public Answer run(UUID programmeId, String reason, SignedIn who) {
        if (reason.strip().length() > DecidingPairs.LONGEST_REASON) {
            return new ReasonTooLong();
        }
        var gathered = gathering.gather(programmeId);
        if (gathered.signUps().isEmpty()) {
            return new NobodyThere();
        }
        return switch (longWork.done(
                () -> latest.of(gathered, gathered.wishes()).best())) {
            case LocksRefused(var locks) -> new LocksInTheWay(locks);
            case QuotasRefused refused -> new QuotasInTheWay(telling.conflict(refused, gathered.rules()));
            case QuotasUndecided() -> new Undecided();
            case Matched matched -> {
                var audit =
                        Auditing.audit(matched, audits.before(gathered.wishes().standing(), runs.waiting(programmeId)));
                var files = ResultFolder.files(
                        matched.certified(),
                        telling.told(matched, audit),
                        gathered.seed().text(),
                        ResultFolder.Edges.WRITTEN);
                boolean verified = verified(files);
                var archive = zip(files);
                var run = transaction.execute(_ -> {
                    var kept = keep(programmeId, gathered, matched, verified, archive, reason, who);
                    audits.save(kept.id(), audit);
                    return kept;
                });
                yield new Proposed(Objects.requireNonNull(run));
            }
        };
    }

    private MatchRun keep(
            UUID programmeId,
            Gathered gathered,
            Matched matched,
            boolean verified,
            byte[] archive,
            String reason,
            SignedIn who) {
        var objective = matched.certified().objective();
        var run = new MatchRun(
                UUID.randomUUID(),
                programmeId,
                runs.nextNumber(programmeId),
                clock.instant(),
                who.accountId(),
                gathered.seed().text(),
                gathered.rules().levelGap(),
                gathered.rules().minutesInCommon(),
                field(matched),
                gathered.rules().first(),
                new Figures(objective.pairs(), objective.worst(), objective.total()),
                alternatives(gathered, matched),
                Stability.of(matched),
                before(gathered, matched.pairs()),
                verified,
                matched.certified().stable() != null || matched.certified().complete(),
                null,
                applied(gathered.rules(), matched),
                matched.quotas(),
                proposals(gathered, matched),
                matched.leftOut());
        runs.save(run, archive);
        decisions.add(new Decision(
                programmeId,
                run.at(),
                who.accountId(),
                Decision.Act.MATCHING_RUN,
                List.of(String.valueOf(run.number()), String.valueOf(objective.pairs())),
                reason.strip()));
        events.publishEvent(new RunKept(
                programmeId,
                run.id(),
                gathered.signUps().stream().map(SignUp::personId).collect(Collectors.toUnmodifiableSet())));
        return run;
    }

    /// Other aims, with the same people first and as few changes.
    private static List<Alternative> alternatives(Gathered gathered, Matched matched) {
        var alternatives = new ArrayList<Alternative>();
        for (var aim : gathered.rules().otherAims()) {
            Matching.reachedBy(matched, gathered.priorities(aim))
                    .ifPresent(reached -> alternatives.add(
                            new Alternative(aim, new Figures(reached.pairs(), reached.worst(), reached.total()))));
        }
        return alternatives;
    }

    private static Before before(Gathered gathered, Set<PairKey> pairs) {
        var waiting = gathered.priorities().waiting();
        var served = new HashSet<String>();
        pairs.forEach(pair -> served.addAll(Set.of(pair.mentor(), pair.mentee())));
        served.retainAll(waiting);
        int kept = (int) gathered.proposed().stream().filter(pairs::contains).count();
        return new Before(waiting.size(), served.size(), gathered.proposed().size(), kept);
    }

    private static Field field(Matched matched) {
        var call = matched.call();
        var counts = new int[Role.values().length];
        for (int person = 0; person < call.size(); person++) {
            counts[call.signUp(person).role().ordinal()]++;
        }
        return new Field(
                counts[Role.MENTOR.ordinal()],
                counts[Role.MENTEE.ordinal()],
                counts[Role.EITHER.ordinal()],
                matched.candidates().possible(),
                matched.candidates().size());
    }

    private static List<AppliedRule> applied(Rules rules, Matched matched) {
        var broken = matched.candidates().broken();
        var alone = matched.candidates().brokenAlone();
        return Arrays.stream(Rule.values())
                .map(rule -> new AppliedRule(
                        rule,
                        rules.of(rule),
                        broken.getOrDefault(rule, 0L),
                        alone.getOrDefault(rule, 0L),
                        !matched.notJudged().contains(rule)))
                .toList();
    }

    private static List<Proposal> proposals(Gathered gathered, Matched matched) {
        var call = matched.call();
        var candidates = matched.candidates();
        return Arrays.stream(matched.certified().edges())
                .mapToObj(pair -> {
                    int mentor = candidates.mentor(pair);
                    int mentee = candidates.mentee(pair);
                    var key = new PairKey(
                            call.person(mentor).id(), call.person(mentee).id());
                    return new Proposal(
                            key.mentor(),
                            key.mentee(),
                            candidates.toMentor(pair),
                            candidates.toMentee(pair),
                            gathered.wishes().locked().contains(key),
                            gathered.wishes().standing().contains(key),
                            Evidence.of(call, mentor, mentee));
                })
                .toList();
    }

    private static boolean verified(Map<String, byte[]> files) {
        try {
            var folder = Files.createTempDirectory("counterpart-proof");
            try {
                for (var file : files.entrySet()) {
                    Files.write(folder.resolve(file.getKey()), file.getValue());
                }
                return !(Verifier.verify(folder) instanceof Verdict.Rejected);
            } finally {
                for (var name : files.keySet()) {
                    Files.deleteIfExists(folder.resolve(name));
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
