// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What people offer and want, as numbered phrases that can be compared quickly. Two phrases meet in full if they
/// hold the same words, and in part if at least half of the words of the shorter one are in the longer one. Case,
/// accents, order, punctuation and the commonest English small words do not count. Nothing is guessed beyond the
/// words.
final class Topics {
    static final int FULL = 10;
    static final int PART = 5;

    private static final int MOST_KEPT = 10_000;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}+#]+");
    private static final Set<String> SMALL_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "for", "from", "how", "i", "in", "is", "it", "my", "of", "on", "or",
            "our", "that", "the", "their", "to", "we", "what", "when", "where", "which", "with", "your");

    private final Map<Set<String>, Integer> numbers = new HashMap<>();
    private final List<Set<String>> words = new ArrayList<>();

    /// What every two phrases met so far came to, plus one; rows by offer, as long as there were phrases.
    private byte[][] met = {};

    /// Numbers of the phrases, in their order; a phrase without any word that counts has none and is -1.
    int[] number(List<String> phrases) {
        return phrases.stream().mapToInt(this::number).toArray();
    }

    /// [#FULL], [#PART] or 0 points.
    int meeting(int offer, int want) {
        if (offer < 0 || want < 0) {
            return 0;
        }
        if (offer == want) {
            return FULL;
        }
        if (words.size() > MOST_KEPT) {
            return compare(words.get(offer), words.get(want));
        }
        if (offer >= met.length || met[offer] == null || want >= met[offer].length) {
            met = Arrays.copyOf(met, Math.max(met.length, words.size()));
            met[offer] = met[offer] == null ? new byte[words.size()] : Arrays.copyOf(met[offer], words.size());
        }
        if (met[offer][want] == 0) {
            met[offer][want] = (byte) (1 + compare(words.get(offer), words.get(want)));
        }
        return met[offer][want] - 1;
    }

    private int number(String phrase) {
        var content = contentWords(phrase);
        if (content.isEmpty()) {
            return -1;
        }
        return numbers.computeIfAbsent(content, fresh -> {
            words.add(fresh);
            return words.size() - 1;
        });
    }

    private static int compare(Set<String> one, Set<String> other) {
        var shorter = one.size() <= other.size() ? one : other;
        var longer = shorter == one ? other : one;
        long shared = shorter.stream().filter(longer::contains).count();
        return shared > 0 && 2 * shared >= shorter.size() ? PART : 0;
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
