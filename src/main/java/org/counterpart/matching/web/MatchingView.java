// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.matching.Aim;
import org.counterpart.matching.Evidence;
import org.counterpart.matching.LeftOut;
import org.counterpart.matching.MatchRun;
import org.counterpart.matching.MatchRun.AppliedRule;
import org.counterpart.matching.MatchRun.Proposal;
import org.counterpart.matching.PairKey;
import org.counterpart.matching.Rule;
import org.counterpart.matching.Rules;
import org.counterpart.matching.Sentences;
import org.counterpart.matching.Strength;
import org.counterpart.matching.solver.Objective;
import org.counterpart.people.Person;
import org.counterpart.web.Portion;
import org.counterpart.web.Texts;
import org.jspecify.annotations.Nullable;

/// Says a run in the words of one reader.
public final class MatchingView {
    private final Texts texts;
    private final Sentences sentences;
    private final Map<String, Person> people;

    MatchingView(Texts texts, Map<String, Person> people) {
        this.texts = texts;
        this.sentences = new Sentences(texts::say);
        this.people = people;
    }

    /// A person in a list: who, and where they work.
    public record Who(String id, String name, String place) {}

    /// A proposed pair, ready to be read.
    public record PairRow(
            PairKey key, Side mentor, Side mentee, String why, List<Chip> chips, boolean locked, boolean standing) {}

    /// One of the two: who they are, what they gain in the other's words, and what it is worth to them in points.
    public record Side(Who who, String gains, int points) {
        public String name() {
            return who.name();
        }

        public String place() {
            return who.place();
        }
    }

    /// @param kind `mentor` for what the mentor brings, `mentee` for what the mentee brings, empty for what both
    /// share
    public record Chip(String text, String kind) {}

    /// A rule as it holds now and as it held in the shown run.
    ///
    /// @param broken possible pairs that break it; none before the first run
    public record RuleRow(
            Rule rule,
            String sentence,
            Strength strength,
            @Nullable AppliedRule applied) {}

    public record LeftOutRow(Who who, String role, String why) {}

    /// Whoever signed up for a role that a question is about, by name.
    List<Who> those(List<SignUp> signUps, Predicate<Role> may) {
        return signUps.stream()
                .filter(each -> may.test(each.role()))
                .map(each -> who(each.personId()))
                .sorted(Comparator.comparing(Who::name))
                .toList();
    }

    /// The pairs of a run around one of them; none before the first run.
    Portion<PairRow> pairs(@Nullable MatchRun run, int around, int size) {
        return Portion.around(around, run == null ? List.of() : run.proposals(), size, this::pair);
    }

    private PairRow pair(Proposal proposal) {
        var mentor = who(proposal.mentorId());
        var mentee = who(proposal.menteeId());
        return new PairRow(
                proposal.key(),
                new Side(mentor, gains(proposal, Evidence.MenteeReturns.class), proposal.toMentor()),
                new Side(mentee, gains(proposal, Evidence.MentorTeaches.class), proposal.toMentee()),
                sentences.why(mentor.name(), mentee.name(), proposal.evidence()),
                proposal.evidence().stream()
                        .map(each -> new Chip(sentences.chip(each), kind(each)))
                        .toList(),
                proposal.locked(),
                proposal.standing());
    }

    private String gains(Proposal proposal, Class<? extends Evidence> offers) {
        var phrases = proposal.evidence().stream()
                .filter(offers::isInstance)
                .map(each -> texts.say("matching.gain.phrase", sentences.chip(each)))
                .toList();
        return phrases.isEmpty() ? texts.say("matching.gain.view") : String.join(", ", phrases);
    }

    List<RuleRow> rules(Rules rules, @Nullable MatchRun run) {
        var rows = new ArrayList<RuleRow>();
        for (var rule : Rule.values()) {
            AppliedRule applied = run == null
                    ? null
                    : run.rules().stream()
                            .filter(each -> each.rule() == rule)
                            .findFirst()
                            .orElse(null);
            rows.add(new RuleRow(rule, sentence(rule, rules), rules.of(rule), applied));
        }
        return rows;
    }

    /// Whom a run leaves out, by name, around one of them.
    Portion<LeftOutRow> leftOut(@Nullable MatchRun run, int around, int size) {
        var byName = (run == null ? List.<LeftOut>of() : run.leftOut())
                .stream()
                        .sorted(Comparator.comparing(
                                each -> who(each.personId()).name()))
                        .toList();
        return Portion.around(
                around,
                byName,
                size,
                each -> new LeftOutRow(who(each.personId()), texts.say("matching.role." + each.role()), why(each)));
    }

    /// What a run owes to those before it: who came first because they waited, and how many proposals stayed.
    List<String> onceMore(MatchRun run) {
        var before = run.before();
        var said = new ArrayList<String>();
        if (before.waiting() > 0) {
            said.add(texts.say("matching.once-more.waiting", before.waiting(), before.waitingServed()));
        }
        if (before.proposed() > 0) {
            said.add(
                    before.kept() == before.proposed()
                            ? texts.say("matching.once-more.kept.all", before.kept())
                            : texts.say(
                                    run.first() == Aim.STABLE
                                            ? "matching.once-more.kept.STABLE"
                                            : "matching.once-more.kept",
                                    before.kept(),
                                    before.proposed()));
        }
        return said;
    }

    List<String> quotas(MatchRun run) {
        var reached = new Objective(
                run.figures().pairs(), run.figures().worst(), run.figures().total());
        return run.quotas().stream()
                .map(price -> sentences.price(price, reached))
                .toList();
    }

    /// That a quota is about a group in which nobody who signed up is; empty otherwise.
    String nobodyIn(QuotaRow row, List<SignUp> signUps) {
        if (row.isEmpty() || row.isFaulty() || row.kind().share()) {
            return "";
        }
        var quota = row.quota();
        return signUps.stream()
                        .map(each -> people.get(each.personId()))
                        .anyMatch(person -> person != null && quota.concerns(person))
                ? ""
                : texts.say("matching.quotas.nobody." + row.kind(), row.group());
    }

    String sentence(Rule rule, Rules rules) {
        return sentences.rule(rule, rules);
    }

    /// The rules in one line, for the decision log.
    String told(Rules rules) {
        var parts = new ArrayList<String>();
        for (var rule : Rule.values()) {
            if (!rule.always()) {
                parts.add(texts.say(
                        "matching.told",
                        sentences.rule(rule, rules),
                        texts.say("matching.strength." + rules.of(rule))));
            }
        }
        for (var quota : rules.quotas()) {
            parts.add(texts.say(
                    "matching.told", sentences.quota(quota), texts.say("matching.strength." + quota.strength())));
        }
        parts.add(texts.say("matching.first.told." + rules.first()));
        if (rules.repeats()) {
            parts.add(texts.say("matching.repeats.told"));
        }
        return String.join("; ", parts);
    }

    Who who(String personId) {
        var person = people.get(personId);
        if (person == null) {
            return new Who(personId, personId, "");
        }
        var place = new ArrayList<String>();
        if (person.department() != null) {
            place.add(person.department());
        }
        if (person.level() instanceof Integer level) {
            place.add(texts.say("matching.level", level));
        }
        if (person.site() != null) {
            place.add(person.site());
        }
        return new Who(personId, person.name(), String.join(" · ", place));
    }

    private String why(LeftOut leftOut) {
        return sentences.why(leftOut);
    }

    private static String kind(Evidence evidence) {
        return switch (evidence) {
            case Evidence.MentorTeaches _ -> "mentor";
            case Evidence.MenteeReturns _ -> "mentee";
            case Evidence.DifferentDepartments _,
                    Evidence.DifferentSites _,
                    Evidence.LevelsApart _,
                    Evidence.LanguagesInCommon _,
                    Evidence.HoursInCommon _ -> "";
        };
    }
}
