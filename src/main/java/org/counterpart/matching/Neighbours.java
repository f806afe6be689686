// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Arrays;

/// People by position, each with some others.
record Neighbours(int[] start, int[] others) {
    static Neighbours ofMentors(Call call, Candidates candidates) {
        var start = new int[call.size() + 1];
        var others = new int[candidates.size()];
        Arrays.setAll(start, candidates::from);
        Arrays.setAll(others, candidates::mentee);
        return new Neighbours(start, others);
    }

    static Neighbours partners(Call call, Candidates candidates, int[] pairs) {
        var start = new int[call.size() + 1];
        for (int pair : pairs) {
            start[candidates.mentor(pair) + 1]++;
            start[candidates.mentee(pair) + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        var others = new int[start[call.size()]];
        var next = start.clone();
        for (int pair : pairs) {
            others[next[candidates.mentor(pair)]++] = candidates.mentee(pair);
            others[next[candidates.mentee(pair)]++] = candidates.mentor(pair);
        }
        return new Neighbours(start, others);
    }

    Neighbours turnedRound() {
        var starts = new int[start.length];
        for (int other : others) {
            starts[other + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        var next = starts.clone();
        var turned = new int[others.length];
        for (int person = 0; person < start.length - 1; person++) {
            for (int at = start[person]; at < start[person + 1]; at++) {
                turned[next[others[at]]++] = person;
            }
        }
        return new Neighbours(starts, turned);
    }

    int of(int person) {
        return start[person + 1] - start[person];
    }
}
