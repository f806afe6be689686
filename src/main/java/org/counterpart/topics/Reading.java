// SPDX-License-Identifier: Apache-2.0
package org.counterpart.topics;

import java.util.List;

/// What a phrase says: numbers of the topics it is on, ascending, and the stems of the words that belong to none, in
/// alphabetical order. A phrase of everyday words alone has one entry with all of them.
public record Reading(List<Integer> topics, List<String> words) {
    public Reading {
        topics = List.copyOf(topics);
        words = List.copyOf(words);
    }

    public boolean isEmpty() {
        return topics.isEmpty() && words.isEmpty();
    }
}
