// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import org.counterpart.enrolment.signup.SignUpFile;
import org.counterpart.matching.Matching.Matched;
import org.counterpart.matching.files.ResultFolder;
import org.counterpart.matching.solver.Progress;
import org.counterpart.matching.verifier.Verdict.Rejected;
import org.counterpart.matching.verifier.Verdict.Verified;
import org.counterpart.matching.verifier.Verifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said where an index chose the candidates.
class ShortlistedTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_result_says_how_many_pairs_were_not_weighed() throws IOException {
        var matched = matched(0);
        var out = written(matched);
        long unweighed = matched.candidates().allowed() - matched.candidates().size();

        assertThat(unweighed).isPositive();
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("report.optimal.weighed[]")
                .contains("matching.summary.shortlist[%d, %d]"
                        .formatted(matched.candidates().size(), unweighed))
                .doesNotContain("report.optimal[]");
        assertThat(((Verified) Verifier.verify(out)).unweighed()).isEqualTo(unweighed);
    }

    @Test
    void a_certificate_that_counts_other_candidates_is_not_believed() throws IOException {
        var matched = matched(0);
        var out = written(matched);
        var instance = matched.certified().instance();
        var file = out.resolve("certificate.json");
        var said = "\"weighed\" : " + instance.edges().size();
        var text = Files.readString(file)
                .replace(said, "\"weighed\" : " + (instance.edges().size() + 1));
        int seal = text.lastIndexOf("  \"seal\" : \"");
        Files.writeString(
                file, text.substring(0, seal) + "  \"seal\" : \"" + sha256(text.substring(0, seal)) + "\"\n}\n");

        assertThat(Verifier.verify(out))
                .isInstanceOfSatisfying(
                        Rejected.class, rejected -> assertThat(rejected.key()).isEqualTo("verifier.shortlisted"));
    }

    @Test
    void the_reasons_of_those_left_out_are_about_the_pairs_weighed() throws IOException {
        var out = written(matched(0));

        assertThat(Files.readAllLines(out.resolve("unmatched.csv")).stream().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.contains("matching.left-out.weighed[")
                        || line.contains("matching.left-out.no-counterpart["));
    }

    @Test
    void where_every_pair_was_weighed_nothing_is_held_back() throws IOException {
        var out = written(matched(Candidates.MOST_JUDGED));

        assertThat(Files.readString(out.resolve("report.html")))
                .contains("report.optimal[]")
                .doesNotContain("weighed")
                .doesNotContain("shortlist");
        assertThat(Files.readString(out.resolve("certificate.json"))).doesNotContain("shortlisted");
        assertThat(((Verified) Verifier.verify(out)).unweighed()).isZero();
    }

    @Test
    void no_more_pairs_than_places_are_possible_whatever_was_weighed() throws IOException {
        var some = matched(0);
        var all = matched(Candidates.MOST_JUDGED);

        assertThat(some.certified().objective().pairs())
                .isLessThanOrEqualTo(all.certified().objective().pairs());
        assertThat((long) all.certified().objective().pairs()).isLessThanOrEqualTo(some.mostPairs());
    }

    /// 150 juniors and 140 leaders.
    private Matched matched(long mostJudged) throws IOException {
        var rows = new StringBuilder("id,name,level,role,capacity,offers,wants\n");
        for (int i = 0; i < 290; i++) {
            boolean mentor = i < 150;
            rows.append("p%03d,P%d,%d,%s,1,%s,%s%n"
                    .formatted(
                            i,
                            i,
                            mentor ? 1 + i % 3 : 3 + i % 4,
                            mentor ? "mentor" : "mentee",
                            "subject " + i % 7,
                            "subject " + i % 5));
        }
        var file = Files.write(folder.resolve("people.csv"), rows.toString().getBytes(StandardCharsets.UTF_8));
        var read = (SignUpFile.Read) SignUpFile.read(file, Set.of());
        var call = Call.of(read.people(), read.signUps(), Seed.STANDARD);
        return (Matched)
                Matching.match(call, Rules.standard(), Wishes.NONE, Priorities.STANDARD, Progress.SILENT, mostJudged);
    }

    private Path written(Matched matched) throws IOException {
        var out = folder.resolve("out");
        var told = new Telling((key, arguments) -> key + Arrays.toString(arguments)).told(matched, Earlier.NOTHING);
        assertThat(ResultFolder.write(out, matched.certified(), told, "seed", ResultFolder.Edges.WRITTEN))
                .isTrue();
        return out;
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256.", absent);
        }
    }
}
