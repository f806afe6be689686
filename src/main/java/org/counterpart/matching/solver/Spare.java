// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Who is to spare where roles are settled and as many pairs as possible are made: who has a place left, and whose
/// pair could be made without them by a path of other pairs that ends in such a place (A. Dulmage & N. Mendelsohn
/// 1958, doi 10.4153/CJM-1958-052-0). Each keeps up to two of the places that they are to spare for.
final class Spare {
    private static final int NONE = -1;

    private final Problem problem;
    private final Roles roles;
    private final Graph graph;
    private final int[] pairs;
    private final BitSet used = new BitSet();
    private final int[] placesLeft;
    private final int[] mentorFor;
    private final int[] menteeFor;
    private final int[] partners;

    /// @param graph of the roles
    /// @param pairs as many as it carries, as edges of the problem
    Spare(Problem problem, Roles roles, Graph graph, int[] pairs) {
        this.problem = problem;
        this.roles = roles;
        this.graph = graph;
        this.pairs = pairs;
        placesLeft = problem.capacity.clone();
        mentorFor = nobody();
        menteeFor = nobody();
        partners = new int[placesLeft.length];
        for (int edge : graph.inRoot(pairs)) {
            used.set(graph.fromRoot(edge));
        }
        for (int edge : pairs) {
            placesLeft[problem.edges.mentor(edge)]--;
            placesLeft[problem.edges.mentee(edge)]--;
        }
        for (int person = 0; person < placesLeft.length; person++) {
            for (int place = 0; place < Math.min(2, placesLeft[person]); place++) {
                int number = 2 * person + place;
                if (!roles.isMentee(person)) {
                    add(mentorFor, person, number);
                }
                if (!roles.isMentor(person)) {
                    add(menteeFor, person, number);
                }
            }
        }
        spread();
    }

    private int[] nobody() {
        var none = new int[2 * problem.people()];
        Arrays.fill(none, NONE);
        return none;
    }

    /// Whoever could be paired with somebody to spare sets free whom they are paired with.
    private void spread() {
        var mentorWanted = nobody();
        var menteeWanted = nobody();
        boolean changed = true;
        while (changed) {
            Interruption.check();
            for (int mentor = 0; mentor < graph.nodes; mentor++) {
                for (int edge = graph.start[mentor]; edge < graph.start[mentor + 1]; edge++) {
                    int mentee = graph.right[edge];
                    if (lacks(mentorFor, mentor, menteeWanted, mentee)
                            || lacks(menteeFor, mentee, mentorWanted, mentor)) {
                        if (graph.benefit.at(edge) >= graph.floor && !used.get(edge)) {
                            addAll(mentorFor, mentor, menteeWanted, mentee);
                            addAll(menteeFor, mentee, mentorWanted, mentor);
                        }
                    }
                }
            }
            changed = false;
            for (int edge : pairs) {
                int mentor = problem.edges.mentor(edge);
                int mentee = problem.edges.mentee(edge);
                changed |= addAll(menteeWanted, mentee, mentorFor, mentor);
                changed |= addAll(mentorWanted, mentor, menteeFor, mentee);
            }
        }
    }

    private static boolean lacks(int[] from, int one, int[] to, int other) {
        return from[2 * one] != NONE && to[2 * other + 1] == NONE;
    }

    private static boolean addAll(int[] from, int one, int[] to, int other) {
        return add(to, other, from[2 * one]) | add(to, other, from[2 * one + 1]);
    }

    private static boolean add(int[] places, int person, int place) {
        if (place == NONE || places[2 * person] == place || places[2 * person + 1] != NONE) {
            return false;
        }
        places[2 * person + (places[2 * person] == NONE ? 0 : 1)] = place;
        return true;
    }

    /// People who may take the other role and would be paired in it: as many of them as surely make one pair more
    /// each, whoever gains most first, since no two of them need the same place; otherwise one by whom it may come
    /// about.
    ///
    /// @param most of them
    int[] turning(IntPredicate may, int most) {
        var gain = gains(may);
        var candidates = IntStream.range(0, gain.length)
                .filter(person -> gain[person] > Long.MIN_VALUE)
                .boxed()
                .sorted(Comparator.comparingLong(person -> -gain[person]))
                .toList();
        var taken = new BitSet();
        var turning = candidates.stream()
                .filter(person -> takesTwo(person, taken))
                .limit(most)
                .toList();
        return (turning.isEmpty() ? candidates.stream().limit(1) : turning.stream())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// What each could gain beyond the pair that they are in now.
    private long[] gains(IntPredicate may) {
        var edges = problem.edges;
        var gain = new long[placesLeft.length];
        Arrays.fill(gain, Long.MIN_VALUE);
        for (int mentor = 0; mentor < gain.length; mentor++) {
            for (int edge = edges.start[mentor]; edge < edges.start[mentor + 1]; edge++) {
                if (edges.benefit.at(edge) >= graph.floor) {
                    int mentee = edges.mentee[edge];
                    gain(gain, mentee, mentor, mentorFor, edge, may);
                    gain(gain, mentor, mentee, menteeFor, edge, may);
                }
            }
        }
        for (int edge : pairs) {
            for (int person : new int[] {edges.mentor(edge), edges.mentee(edge)}) {
                gain[person] -= gain[person] == Long.MIN_VALUE ? 0 : edges.benefit.at(edge) - edges.lowest;
            }
        }
        return gain;
    }

    /// By an edge that somebody could use in the other role, with a partner who is to spare where they are.
    private void gain(long[] gain, int person, int partner, int[] spareFor, int edge, IntPredicate may) {
        if (spareFor[2 * person] != NONE
                && spareFor[2 * partner] != NONE
                && problem.edges.benefit.at(edge) > gain[person]
                && problem.capacity[person] - placesLeft[person] <= 1
                && may.test(person)) {
            gain[person] = problem.edges.benefit.at(edge);
            partners[person] = partner;
        }
    }

    /// Takes one place for somebody and another one for their partner, unless there are no two.
    private boolean takesTwo(int person, BitSet taken) {
        int[] places = roles.isMentor(person) ? mentorFor : menteeFor;
        int partner = partners[person];
        for (int i = 0; i < 4; i++) {
            int one = places[2 * person + i / 2];
            int other = places[2 * partner + i % 2];
            if (one != NONE && other != NONE && one != other && !taken.get(one) && !taken.get(other)) {
                taken.set(one);
                taken.set(other);
                return true;
            }
        }
        return false;
    }
}
