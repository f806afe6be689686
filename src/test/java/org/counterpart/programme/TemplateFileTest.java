// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.counterpart.programme.criteria.Places;
import org.counterpart.programme.criteria.Stratum;
import org.counterpart.programme.template.Template;
import org.counterpart.programme.template.TemplateFile;
import org.counterpart.programme.template.TemplateText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateFileTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '' | empty
            '- one' | empty
            'name: Ours' | version
            'counterpart template: 2~name: Ours' | version
            'counterpart template: 1' | name
            'counterpart template: 1~name: Ours~name: Theirs' | twice
            'counterpart template: 1~name: [Ours]' | scalar
            'counterpart template: 1~name: Ours~aim: {a: b}' | scalar
            'counterpart template: 1~name: Ours~strata: department' | stratum
            'counterpart template: 1~name: &a Ours~aim: *a' | alias
            'counterpart template: 1~name: !!java.net.URL [x]' | alias
            'counterpart template: 1~name: "Ours' | yaml
            'counterpart template: 1~name: Ours~---~name: Two' | yaml
            'counterpart template: 1~name: Ours~weeks: 1e1' | number
            'counterpart template: 1~name: Ours~mentors who start now: 0' | number
            """)
    void a_file_is_read_strictly(String lines, String why) {
        assertThat(faults(lines.replace("~", "\n").getBytes(StandardCharsets.UTF_8)))
                .contains("programme.template.wrong." + why);
    }

    @Test
    void a_file_that_grows_when_it_is_read_is_not_read() {
        var bomb = new StringBuilder("counterpart template: 1\nname: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("k%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(faults(bomb.toString().getBytes(StandardCharsets.UTF_8)))
                .containsExactly("programme.template.wrong.alias");
        assertThat(faults("[".repeat(60_000).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("programme.template.wrong.yaml");
        assertThat(faults("a".repeat(65_537).getBytes(StandardCharsets.UTF_8)))
                .containsExactly("programme.template.wrong.large");
        assertThat(faults(new byte[] {'n', (byte) 0xFF})).containsExactly("programme.template.wrong.encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ours", "no", "12", "- x", "学ぶ", "a: b #c", "'", "\"", "{}", "*a", "&a", "!t", "~"})
    void what_is_written_is_read_again(String words) {
        var template = new Template(
                words, words + "\n\n" + words, words, words, words, 3, new Places(1, 0), null, List.of(Stratum.LEVEL));

        assertThat(TemplateFile.read(TemplateText.of(template).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new TemplateFile.Read(template));
    }

    private static List<String> faults(byte[] content) {
        return switch (TemplateFile.read(content)) {
            case TemplateFile.Read(Template template) -> List.of("read: " + template);
            case TemplateFile.Refused(var faults) ->
                faults.stream().map(fault -> fault.saying().key()).toList();
        };
    }
}
