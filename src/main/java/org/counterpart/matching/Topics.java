// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What people offer and want, as numbered phrases that can be compared quickly. Two phrases meet in full if they
/// hold the same words, and in part if at least half of the words of the shorter one are in the longer one. Case,
/// accents, order, punctuation and the commonest English small words do not count. Nothing is guessed beyond the
/// words.
///
/// Once every phrase is numbered, any number of threads may ask what meets.
final class Topics {
    static final int FULL = 10;
    static final int PART = 5;

    private static final int MOST_KEPT = 10_000;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}+#]+");
    private static final Set<String> SMALL_WORDS = Set.of(
            "a", "an", "and", "are", "as", "at", "for", "from", "how", "i", "in", "is", "it", "my", "of", "on", "or",
            "our", "that", "the", "their", "to", "we", "what", "when", "where", "which", "with", "your");

    private final Map<String, Integer> words = new HashMap<>();
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final List<int[]> phrases = new ArrayList<>();

    /// What every two phrases met so far came to, plus one; rows by offer. Threads that fill a row twice write the
    /// same.
    private byte[][] met = {};

    /// Numbers of the phrases, in their order; a phrase without any word that counts has none and is -1.
    int[] number(List<String> phrases) {
        var numbered = phrases.stream().mapToInt(this::number).toArray();
        met = this.phrases.size() > MOST_KEPT ? new byte[0][] : new byte[this.phrases.size()][];
        return numbered;
    }

    /// What a phrase can be found by, ascending, each from 0 to below [#keys()]. Two phrases that meet share at least
    /// one; two that share one need not meet.
    int[] keys(int phrase) {
        return phrase < 0 ? new int[0] : phrases.get(phrase);
    }

    /// How many keys there are.
    int keys() {
        return words.size();
    }

    /// [#FULL], [#PART] or 0 points.
    int meeting(int offer, int want) {
        if (offer < 0 || want < 0) {
            return 0;
        }
        if (offer == want) {
            return FULL;
        }
        if (met.length == 0) {
            return compare(phrases.get(offer), phrases.get(want));
        }
        var row = met[offer];
        if (row == null) {
            row = new byte[met.length];
            met[offer] = row;
        }
        if (row[want] == 0) {
            row[want] = (byte) (1 + compare(phrases.get(offer), phrases.get(want)));
        }
        return row[want] - 1;
    }

    private int number(String phrase) {
        var content = contentWords(phrase);
        if (content.length == 0) {
            return -1;
        }
        return numbers.computeIfAbsent(Arrays.stream(content).boxed().toList(), _ -> {
            phrases.add(content);
            return phrases.size() - 1;
        });
    }

    private static int compare(int[] one, int[] other) {
        int shared = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            int order = Integer.compare(one[i], other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared > 0 && 2 * shared >= Math.min(one.length, other.length) ? PART : 0;
    }

    private int[] contentWords(String phrase) {
        var plain = MARKS.matcher(Normalizer.normalize(phrase, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var content = new ArrayList<>(List.of(GAPS.split(plain)));
        content.removeIf(String::isEmpty);
        if (!SMALL_WORDS.containsAll(content)) {
            content.removeAll(SMALL_WORDS);
        }
        return content.stream()
                .mapToInt(word -> words.computeIfAbsent(word, _ -> words.size()))
                .sorted()
                .distinct()
                .toArray();
    }
}
