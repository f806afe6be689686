// SPDX-License-Identifier: Apache-2.0
package org.counterpart.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.counterpart.architecture.Bytecode.Call;
import org.counterpart.evidence.Asvs;
import org.junit.jupiter.api.Test;

/// Every regular expression of the program, against texts made to keep it busy. Its work is counted in characters that
/// it
/// looks at, so that no clock decides.
class RegexTests {
    private static final int LENGTH = 20_000;

    /// Looks for each character.
    private static final int MOST = 60;

    private static final List<String> BITS = List.of(
            "a",
            "l",
            "0",
            " ",
            "\t",
            ".",
            "-",
            "–",
            "/",
            "@",
            ";",
            ",",
            "'",
            "’s",
            "%",
            "é",
            "e\u0301",
            "#",
            "?",
            "a.",
            "a@",
            ". ",
            "0 ",
            " -",
            "a/",
            "mon 9-10",
            "id",
            "_id",
            "P1 · a; ");

    private static final List<String> STARTS = List.of("", "a@", "a");

    private static final List<String> ENDS = List.of("", "!", "<", "\n", "\0", "x", " ");

    @Test
    @Asvs("1.3.12")
    void no_regular_expression_takes_for_ever() {
        var regexes = regexes();
        assertThat(regexes).hasSizeGreaterThan(30);

        var slow = new TreeSet<String>();
        regexes.forEach((regex, searches) -> texts().stream()
                .filter(text -> !done(Pattern.compile(regex), searches, text))
                .map(text -> regex + " at " + text.substring(0, 5) + "…")
                .forEach(slow::add));
        assertThat(slow).isEmpty();
    }

    private static List<String> texts() {
        var texts = new ArrayList<String>();
        for (var start : STARTS) {
            for (var bit : BITS) {
                for (var end : ENDS) {
                    texts.add(start + bit.repeat(LENGTH / bit.length()) + end);
                }
            }
        }
        return texts;
    }

    /// Each with whether its class looks for it within a text, and not only whether it is all of it.
    private static Map<String, Boolean> regexes() {
        var searching = Bytecode.calls(call -> call.of("java/util/regex/Matcher", "find", "results", "replaceAll")
                        || call.of("java/util/regex/Pattern", "split", "splitAsStream", "asPredicate"))
                .stream()
                .map(Call::ofClass)
                .collect(Collectors.toSet());
        var regexes = new TreeMap<String, Boolean>();
        Bytecode.calls(call -> call.of("java/util/regex/Pattern", "compile"))
                .forEach(call -> found(call, searching.contains(call.ofClass()), regexes));
        Bytecode.calls(call -> call.of("java/lang/String", "matches")).forEach(call -> found(call, false, regexes));
        Bytecode.calls(call -> call.of("java/lang/String", "split", "replaceAll", "replaceFirst"))
                .forEach(call -> found(call, true, regexes));
        return regexes;
    }

    /// The constant nearest before the call that a regular expression could be: behind it stand at most what to put
    /// instead, a limit or flags.
    private static void found(Call call, boolean searches, Map<String, Boolean> regexes) {
        int back = call.invoked().name().stringValue().startsWith("replace")
                        || call.invoked().typeSymbol().parameterCount() > 1
                ? 2
                : 1;
        call.constant(back).ifPresent(regex -> regexes.merge(regex, searches, Boolean::logicalOr));
    }

    private static boolean done(Pattern regex, boolean searches, String text) {
        try {
            regex.matcher(new Counted(text)).matches();
            var finding = regex.matcher(new Counted(text));
            while (searches && finding.find()) {
                // Only the looks count.
            }
            return true;
        } catch (TooMuch tooMuch) {
            return false;
        }
    }

    private static final class TooMuch extends RuntimeException {}

    private static final class Counted implements CharSequence {
        private final String text;
        private long looks;

        private Counted(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > (long) MOST * LENGTH) {
                throw new TooMuch();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }
    }
}
