// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What one phrase says, as keys in ascending order: its topics, the links of these to topics near them, and its other
/// words.
record Content(int[] topics, int[] links, int[] words) {
    private static final int OTHER_WORDS_IN_FULL = 1;

    int[] keys() {
        return IntStream.concat(IntStream.of(topics), IntStream.concat(IntStream.of(links), IntStream.of(words)))
                .toArray();
    }

    boolean isOn(int topic) {
        return Arrays.binarySearch(topics, topic) >= 0;
    }

    /// [Topics#FULL], [Topics#PART] or 0 points.
    int meet(Content other) {
        int topicsShared = shared(topics, other.topics);
        int wordsShared = shared(words, other.words);
        if (topicsShared == Math.max(topics.length, other.topics.length)
                && topicsShared > 0
                && words.length + other.words.length - 2 * wordsShared <= OTHER_WORDS_IN_FULL) {
            return Topics.FULL;
        }
        int less = Math.min(topics.length + words.length, other.topics.length + other.words.length);
        boolean part = topicsShared > 0 || shared(links, other.links) > 0 || wordsShared > 0 && 2 * wordsShared >= less;
        return part ? Topics.PART : 0;
    }

    private static int shared(int[] one, int[] other) {
        int shared = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            int order = Integer.compare(one[i], other[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared;
    }
}
