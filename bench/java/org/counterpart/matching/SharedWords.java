// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// How phrases were compared before there was a library of topics, kept to be measured against: in full with the same
/// words, in part with half of the shorter one's words.
final class SharedWords {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}+#]+");
    private static final Set<String> SMALL_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "for", "from", "how", "i", "in", "is", "it", "my", "of", "on", "or",
            "our", "that", "the", "their", "to", "we", "what", "when", "where", "which", "with", "your");

    private SharedWords() {}

    static int compare(String offer, String want) {
        var one = contentWords(offer);
        var other = contentWords(want);
        if (one.equals(other)) {
            return 2;
        }
        long shared = one.stream().filter(other::contains).count();
        return shared > 0 && 2 * shared >= Math.min(one.size(), other.size()) ? 1 : 0;
    }

    private static Set<String> contentWords(String phrase) {
        var plain = MARKS.matcher(Normalizer.normalize(phrase, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var content = new LinkedHashSet<>(List.of(GAPS.split(plain)));
        content.remove("");
        if (!SMALL_WORDS.containsAll(content)) {
            content.removeAll(SMALL_WORDS);
        }
        return content;
    }
}
