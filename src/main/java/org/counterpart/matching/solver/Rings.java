// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Settles open roles by an answer of a graph in which every edge is laid both ways. Edges used both ways are pairs;
/// those used one way only form paths and rings, along which every second one can be made a pair (M. Balinski 1965).
/// Only somebody in an odd ring then is left over.
final class Rings {
    private final Problem problem;
    private final Roles roles;
    private final int[] places;
    private final boolean[] mentor;
    private final boolean[] mentee;

    private Rings(Problem problem, Roles roles) {
        this.problem = problem;
        this.roles = roles;
        places = problem.capacity.clone();
        mentor = new boolean[problem.people()];
        mentee = new boolean[problem.people()];
    }

    /// @param used edges of the root of the graph
    static Roles settled(Problem problem, Roles roles, Graph graph, int[] used) {
        var rings = new Rings(problem, roles);
        var origins = IntStream.of(used)
                .map(edge -> graph.origin(graph.fromRoot(edge)))
                .sorted()
                .toArray();
        var halves = new ArrayList<Integer>();
        for (int i = 0; i < origins.length; i++) {
            if (i + 1 < origins.length && origins[i + 1] == origins[i]) {
                rings.take(origins[i++]);
            } else {
                halves.add(origins[i]);
            }
        }
        rings.walk(halves);
        return roles.settledBy(rings.mentor, rings.mentee, Usage.of(problem, graph, used));
    }

    private void take(int edge) {
        int from = problem.edges.mentor(edge);
        int to = problem.edges.mentee(edge);
        if (places[from] > 0 && places[to] > 0 && !mentee[from] && !mentor[to] && roles.allow(from, to)) {
            places[from]--;
            places[to]--;
            mentor[from] = true;
            mentee[to] = true;
        }
    }

    /// From the ends of the paths first, then around the rings.
    private void walk(List<Integer> halves) {
        var degree = new int[problem.people() + 1];
        for (int edge : halves) {
            degree[problem.edges.mentor(edge)]++;
            degree[problem.edges.mentee(edge)]++;
        }
        var start = new int[problem.people() + 1];
        for (int person = 0; person < problem.people(); person++) {
            start[person + 1] = start[person] + degree[person];
        }
        var next = Arrays.copyOf(start, problem.people());
        var at = new int[2 * halves.size()];
        for (int i = 0; i < halves.size(); i++) {
            at[next[problem.edges.mentor(halves.get(i))]++] = i;
            at[next[problem.edges.mentee(halves.get(i))]++] = i;
        }
        var walked = new boolean[halves.size()];
        for (int odd = 1; odd >= 0; odd--) {
            for (int person = 0; person < problem.people(); person++) {
                if (degree[person] % 2 == odd) {
                    walk(person, halves, start, at, walked);
                }
            }
        }
    }

    private void walk(int from, List<Integer> halves, int[] start, int[] at, boolean[] walked) {
        int person = from;
        while (person >= 0) {
            int here = person;
            person = -1;
            for (int i = start[here]; i < start[here + 1] && person < 0; i++) {
                if (!walked[at[i]]) {
                    walked[at[i]] = true;
                    int edge = halves.get(at[i]);
                    take(edge);
                    int mentorHere = problem.edges.mentor(edge);
                    person = mentorHere == here ? problem.edges.mentee(edge) : mentorHere;
                }
            }
        }
    }
}
