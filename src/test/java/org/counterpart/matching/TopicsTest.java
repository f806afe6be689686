// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTest {
    private final Topics topics = new Topics();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Automating spreadsheets      | automating Spreadsheets!     | 10
            Tabellenkalkulation          | Excel for beginners          | 10
            Gestion de projet            | Project management basics    | 10
            Pivot tables                 | Spreadsheets                 | 5
            Einkaufsverhandlungen        | How to negotiate             | 5
            Chartering ships in winter   | Chartering ships             | 5
            Project management           | Managing my manager          | 0
            Communication skills         | Project management skills    | 0
            Python                       | Presenting in public         | 0
            Reading a balance sheet      | Work-life balance            | 0
            JavaScript                   | Java                         | 0
            C++                          | C#                           | 0
            """)
    void phrases_meet_by_what_they_are_about_in_any_language(String offer, String want, int points) {
        var numbers = topics.number(List.of(offer, want));

        assertThat(topics.meeting(numbers[0], numbers[1])).isEqualTo(points);
        assertThat(topics.meeting(numbers[1], numbers[0])).isEqualTo(points);
    }

    @Test
    void everyday_words_meet_only_in_the_same_phrase() {
        var numbers = topics.number(List.of("Working with people", "working with People", "Working with data"));

        assertThat(topics.meeting(numbers[0], numbers[1])).isEqualTo(Topics.FULL);
        assertThat(topics.meeting(numbers[0], numbers[2])).isZero();
    }

    @Test
    void a_phrase_without_words_meets_nothing_and_has_no_key() {
        var numbers = topics.number(List.of("…", "?!", "of the"));

        assertThat(numbers[0]).isEqualTo(numbers[1]).isEqualTo(-1);
        assertThat(topics.meeting(numbers[0], numbers[1])).isZero();
        assertThat(topics.keys(numbers[0])).isEmpty();
        assertThat(numbers[2]).isNotNegative();
    }

    @Test
    void phrases_that_meet_share_a_key() throws IOException {
        var numbers = topics.number(phrases());

        for (int one : numbers) {
            for (int other : numbers) {
                if (topics.meeting(one, other) > 0) {
                    assertThat(keys(one)).containsAnyElementsOf(keys(other));
                }
            }
        }
        for (int phrase : numbers) {
            assertThat(keys(phrase))
                    .isNotEmpty()
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allMatch(key -> key >= 0 && key < topics.keys());
        }
    }

    @Test
    void what_meets_depends_on_no_other_phrase_and_on_no_order() throws IOException {
        var phrases = phrases();
        var numbers = topics.number(phrases);
        var backwards = new Topics();
        var numbersBackwards = backwards.number(phrases.reversed());

        for (int i = 0; i < numbers.length; i++) {
            int j = numbers.length - 1 - i;
            assertThat(backwards.meeting(numbersBackwards[j], numbersBackwards[i]))
                    .isEqualTo(topics.meeting(numbers[i], numbers[j]));
        }
    }

    @Test
    void a_topic_is_told_by_the_side_of_the_offer() {
        var numbers = topics.number(List.of("Pivot tables", "Excel", "Chartering ships"));

        assertThat(topics.through(numbers[0], numbers[1])).isEqualTo("pivot tables");
        assertThat(topics.through(numbers[1], numbers[0])).isEqualTo("spreadsheets");
        assertThat(topics.through(numbers[2], numbers[2])).isNull();
    }

    @Test
    void private_topics_are_not_told() {
        var numbers = topics.number(List.of("Mental health", "Coming back after parental leave", "Excel"));

        assertThat(topics.mayBeTold(numbers[0])).isFalse();
        assertThat(topics.mayBeTold(numbers[1])).isFalse();
        assertThat(topics.mayBeTold(numbers[2])).isTrue();
    }

    private List<Integer> keys(int phrase) {
        return Arrays.stream(topics.keys(phrase)).boxed().toList();
    }

    private static List<String> phrases() throws IOException {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(Path.of("src/test/resources/phrases/labelled.csv"))) {
            return rows.stream()
                    .flatMap(row -> Stream.of(row.getField("offer"), row.getField("want")))
                    .toList();
        }
    }
}
