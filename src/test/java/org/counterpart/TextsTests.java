// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterpart.audit.AboutYou;
import org.counterpart.audit.Kind;
import org.counterpart.audit.verifier.Verdict;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.applying.Door;
import org.counterpart.enrolment.draw.Outcome;
import org.counterpart.enrolment.draw.Pool;
import org.counterpart.enrolment.draw.Proof;
import org.counterpart.enrolment.draw.Refused;
import org.counterpart.enrolment.draw.files.Repetition;
import org.counterpart.enrolment.inviting.Invitation;
import org.counterpart.enrolment.places.DrawingPlaces;
import org.counterpart.enrolment.places.PlaceState;
import org.counterpart.enrolment.places.SettingDrawsAside;
import org.counterpart.identity.SessionEnded;
import org.counterpart.identity.SignedInBy;
import org.counterpart.matching.DecidingPairs;
import org.counterpart.matching.Matching.LocksRefused;
import org.counterpart.matching.PublishingRun;
import org.counterpart.matching.Strength;
import org.counterpart.matching.solver.Progress;
import org.counterpart.pairing.Pair;
import org.counterpart.pairing.Pause;
import org.counterpart.programme.Decision;
import org.counterpart.programme.Phase;
import org.counterpart.programme.consultation.Consulting;
import org.counterpart.programme.criteria.Criteria;
import org.counterpart.programme.criteria.Stratum;
import org.counterpart.programme.results.Ending;
import org.counterpart.programme.results.Finding;
import org.counterpart.web.AccessRefused;
import org.counterpart.web.Duty;
import org.junit.jupiter.api.Test;

class TextsTests {
    private static final Path TEMPLATES = Path.of("src", "main", "jte");
    private static final Path MESSAGES = Path.of("src", "main", "resources", "messages");

    @Test
    void every_text_that_a_page_asks_for_is_there() throws IOException {
        var texts = texts();
        var missing = new TreeSet<String>();
        for (var template : files(TEMPLATES, ".jte")) {
            Pattern.compile("frame\\.t\\(\"([\\w.-]+)\"[,)]")
                    .matcher(Files.readString(template))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !texts.containsKey(key))
                    .forEach(missing::add);
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void every_text_that_the_code_names_is_there() throws IOException {
        var texts = texts();
        var families =
                "web|audit|identity|duties|programme|enrolment|matching|pairing|vault|notify|privacy|roster|report|cli|draw|verifier|cannot-start";
        var missing = new TreeSet<String>();
        for (var source : files(Path.of("src", "main", "java"), ".java")) {
            Pattern.compile("\"((?:%s)\\.[a-z.-]+[a-z])\"".formatted(families))
                    .matcher(Files.readString(source))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !key.endsWith(".html") && !key.endsWith(".json"))
                    .filter(key -> texts.keySet().stream()
                            .noneMatch(known ->
                                    known.equals(key) || known.toString().startsWith(key + ".")))
                    .forEach(missing::add);
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void every_kind_of_a_text_that_depends_on_a_value_is_there() throws IOException {
        var texts = texts().keySet();

        for (var why : Refused.Why.values()) {
            assertThat(texts).contains("draw.why." + why);
        }
        for (var what : Repetition.What.values()) {
            assertThat(texts).contains("draw.differs." + what);
        }
        for (var flaw : Proof.Flaw.values()) {
            assertThat(texts).contains("draw.flaw." + flaw);
        }
        for (var outcome : Outcome.values()) {
            assertThat(texts).contains("cli.draw.proof." + outcome);
        }
        for (var pool : Pool.values()) {
            assertThat(texts).contains("draw.pool." + pool);
        }
        for (var act : Decision.Act.values()) {
            assertThat(texts).contains("privacy.value." + act);
            if (act != Decision.Act.PHASE_CHANGED) {
                assertThat(texts).contains("programme.act." + act);
            }
        }
        for (var phase : Phase.values()) {
            var key = "programme.phase.";
            assertThat(texts)
                    .contains(key + phase, key + phase + ".text", key + "refused." + phase)
                    .contains(key + "to." + phase, key + "moved." + phase);
        }
        for (var stratum : Stratum.values()) {
            assertThat(texts).contains("programme.criteria.stratum." + stratum);
        }
        for (var change : Criteria.ClockChange.values()) {
            if (change != Criteria.ClockChange.NONE) {
                assertThat(texts).contains("programme.criteria.clock." + change);
            }
        }
        for (var finding : Finding.values()) {
            assertThat(texts).contains("programme.finding." + finding);
        }
        for (var ending : Ending.values()) {
            assertThat(texts).contains("programme.ending." + ending);
        }
        for (var fault : Consulting.Fault.values()) {
            assertThat(texts).contains("programme.consultation.fault." + fault);
        }
        for (var why : DrawingPlaces.Why.values()) {
            assertThat(texts).contains("enrolment.draw.why." + why);
        }
        for (var why : SettingDrawsAside.Why.values()) {
            assertThat(texts).contains("enrolment.aside.why." + why);
        }
        for (var state : PlaceState.values()) {
            assertThat(texts).contains("enrolment.place." + state, "enrolment.place." + state + ".text");
        }
        for (var outcome : Outcome.values()) {
            assertThat(texts)
                    .contains(
                            "enrolment.draw.outcome." + outcome,
                            "enrolment.draw.outcome." + outcome + ".text",
                            "notify.place." + outcome + ".subject",
                            "notify.place." + outcome + ".body");
        }
        for (var why : Door.Why.values()) {
            if (why != Door.Why.OPEN) {
                assertThat(texts).contains("enrolment.apply.door." + why);
            }
        }
        for (var kind : org.counterpart.enrolment.applying.Strength.Kind.values()) {
            assertThat(texts).contains("enrolment.apply.kind." + kind);
        }
        for (var kind : org.counterpart.enrolment.country.Standing.Kind.values()) {
            assertThat(texts).contains("country.kind." + kind);
        }
        for (var representatives : org.counterpart.enrolment.country.Country.Representatives.values()) {
            assertThat(texts).contains("country.representatives." + representatives);
        }
        for (var completed :
                List.of(Set.<Role>of(), Set.of(Role.MENTOR), Set.of(Role.MENTEE), Set.of(Role.MENTOR, Role.MENTEE))) {
            assertThat(texts).contains(Invitation.signature("", completed).key());
        }
        for (var role : Role.values()) {
            assertThat(texts).contains("enrolment.apply.role." + role, "enrolment.demand." + role);
        }
        for (var why : LocksRefused.Why.values()) {
            assertThat(texts).contains("matching.refused.lock." + why, "cli.pin." + why);
        }
        for (var why : PublishingRun.Why.values()) {
            assertThat(texts).contains("matching.refused." + why);
        }
        for (var answer : DecidingPairs.Answer.values()) {
            if (answer != DecidingPairs.Answer.DONE) {
                assertThat(texts).contains("matching.refused." + answer);
            }
        }
        for (var side : Pair.Side.values()) {
            assertThat(texts).contains("pairing.side." + side);
            if (side != Pair.Side.ASKED && side != Pair.Side.PAUSED) {
                assertThat(texts).contains("pairing.side." + side + ".text");
            }
        }
        for (var cause : Pause.Cause.values()) {
            assertThat(texts)
                    .contains(
                            "pairing.pause." + cause,
                            "notify.pair.paused." + cause + ".subject",
                            "notify.pair.paused." + cause + ".body",
                            "audit.reason." + cause,
                            "audit.you.reason." + cause);
        }
        for (var outcome : Pair.Outcome.values()) {
            assertThat(texts).contains("pairing.outcome." + outcome);
        }
        for (var kind : Kind.values()) {
            assertThat(texts).contains("audit.kind." + kind);
        }
        Stream.<Enum<?>[]>of(
                        SignedInBy.values(),
                        SessionEnded.Why.values(),
                        AccessRefused.Why.values(),
                        Duty.values(),
                        Phase.values())
                .flatMap(Arrays::stream)
                .filter(reason -> reason != Phase.DRAFT)
                .forEach(reason -> assertThat(texts).contains("audit.reason." + reason));
        for (var kind : AboutYou.KINDS) {
            assertThat(texts).contains("audit.you." + kind);
        }
        for (var duty : Duty.values()) {
            assertThat(texts).contains("audit.you.reason." + duty);
        }
        for (var fault : Verdict.Fault.values()) {
            assertThat(texts).contains("audit.fault." + fault);
        }
        for (var strength : Strength.values()) {
            assertThat(texts).contains("matching.strength." + strength, "matching.rules.broken." + strength);
        }
        for (var stage : Progress.Stage.values()) {
            assertThat(texts).contains("cli.progress." + stage);
        }
    }

    @Test
    void every_stage_says_what_it_is_and_why_it_matters() throws IOException {
        var texts = texts().keySet();
        var stages = new TreeSet<String>();
        for (var source : files(Path.of("src", "main", "java"), "Stage.java")) {
            var text = Files.readString(source);
            if (text.contains("implements Stage")) {
                var key = Pattern.compile("\"([a-z.-]+\\.stage)\"").matcher(text);
                assertThat(key.find()).describedAs(source.toString()).isTrue();
                stages.add(key.group(1));
            }
        }

        assertThat(stages).hasSizeGreaterThanOrEqualTo(5);
        assertThat(stages)
                .allSatisfy(stage -> assertThat(texts).contains(stage + ".title", stage + ".why", stage + ".next"));
    }

    @Test
    void no_template_speaks_for_itself() throws IOException {
        for (var template : files(TEMPLATES, ".jte")) {
            var words = Pattern.compile(">\\s*([A-Z][a-z]+ [a-z]+[^<$@{}]*)<")
                    .matcher(Files.readString(template))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(words).describedAs(template.toString()).isEmpty();
        }
    }

    @Test
    void no_text_loses_its_apostrophes_to_the_message_format() throws IOException {
        texts().forEach((key, text) -> assertThat(text.toString().replace("''", ""))
                .describedAs(key.toString())
                .satisfies(plain -> {
                    if (plain.contains("{")) {
                        assertThat(plain).doesNotContain("'");
                    }
                }));
    }

    private static Properties texts() throws IOException {
        var texts = new Properties();
        for (var file : files(MESSAGES, ".properties")) {
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            }
        }
        return texts;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }
}
