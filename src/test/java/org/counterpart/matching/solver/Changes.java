// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// What may happen to a call between two matchings: people leave and join, have other places, and stand elsewhere;
/// pairs become possible or impossible, or are worth something else.
record Changes(Problem problem, int[] before) {
    /// @param share of people and of pairs that change
    static Changes to(Problem problem, double share, Random random) {
        var stay = new ArrayList<Integer>();
        for (int person = 0; person < problem.people(); person++) {
            if (random.nextDouble() >= share) {
                stay.add(person);
            }
        }
        int joining = (int) Math.round(problem.people() * share * random.nextDouble() * 2);
        stay.addAll(Collections.nCopies(joining, -1));
        Collections.shuffle(stay, random);
        int[] before = stay.stream().mapToInt(Integer::intValue).toArray();
        return new Changes(among(problem, before, share, random), before);
    }

    private static Problem among(Problem problem, int[] before, double share, Random random) {
        int most = Arrays.stream(problem.capacity).max().orElse(1);
        var capacity = IntStream.of(before)
                .map(person ->
                        person < 0 || random.nextDouble() < share ? random.nextInt(most + 1) : problem.capacity[person])
                .toArray();
        var builder = new Problems.Builder(capacity);
        var roles = new Roles(problem);
        int[] like = IntStream.of(before)
                .map(person -> person < 0 && problem.people() > 0 ? random.nextInt(problem.people()) : person)
                .toArray();
        long range = problem.edges.highest - problem.edges.lowest + 2;
        int left = problem.edges() + 4;
        for (int mentor = 0; mentor < before.length; mentor++) {
            for (int mentee = 0; mentee < before.length; mentee++) {
                boolean possible = mentor != mentee && roles.mayPair(like[mentor], like[mentee]) && left > 0;
                boolean strangers = before[mentor] < 0 || before[mentee] < 0;
                int edge = strangers ? -1 : problem.edges.between(before[mentor], before[mentee]);
                boolean other = random.nextDouble() < share;
                boolean there = strangers || other ? random.nextDouble() < roles.density() : edge >= 0;
                if (possible && there) {
                    builder.add(
                            mentor,
                            mentee,
                            edge < 0 || other
                                    ? problem.edges.lowest + random.nextLong(range)
                                    : problem.edges.benefit(edge));
                    left--;
                }
            }
        }
        var plain = builder.build();
        return Problem.of(capacity, plain.edges, counts(plain.edges(), random));
    }

    private static Map<Goal, Amounts> counts(int edges, Random random) {
        return Map.of(
                Goal.KEPT, Amounts.of(random.ints(edges, 0, 2).toArray()),
                Goal.WAITING, Amounts.of(random.ints(edges, 0, 3).toArray()));
    }

    /// Who stood on which side, so that strangers do not make everybody be either.
    private static final class Roles {
        private final Problem problem;
        private final boolean[] mentee;

        Roles(Problem problem) {
            this.problem = problem;
            mentee = new boolean[problem.people()];
            for (int each : problem.edges.mentee) {
                mentee[each] = true;
            }
        }

        private boolean mentors(int person) {
            return problem.edges.from(person) < problem.edges.from(person + 1);
        }

        boolean mayPair(int one, int other) {
            return problem.people() > 0 && mentors(one) && mentee[other];
        }

        double density() {
            long mentors =
                    IntStream.range(0, problem.people()).filter(this::mentors).count();
            long mentees = IntStream.range(0, problem.people())
                    .filter(person -> mentee[person])
                    .count();
            return problem.edges() / Math.max(1.0, mentors * mentees);
        }
    }

    /// Solved from where the earlier answer ended.
    Solution solved(Problem earlier, Solution solution, List<Goal> goals) {
        return Solver.solve(problem, goals, Start.of(earlier, solution).renumbered(before), Progress.SILENT);
    }
}
