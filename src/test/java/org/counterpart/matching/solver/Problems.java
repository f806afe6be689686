// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Random problems, from sparse to dense, with many ties or few, with and without people who may be either.
final class Problems {
    private Problems() {}

    /// Goals in some order, among them the pairs one after the other.
    static List<Goal> evenGoals(Random random) {
        var goals = new ArrayList<>(List.of(Goal.WORST, Goal.KEPT, Goal.WAITING));
        Collections.shuffle(goals, random);
        var some = new ArrayList<>(goals.subList(0, 1 + random.nextInt(3)));
        if (!some.contains(Goal.WORST)) {
            some.add(Goal.WORST);
        }
        some.add(some.indexOf(Goal.WORST) + 1 + random.nextInt(some.size() - some.indexOf(Goal.WORST)), Goal.EVEN);
        if (random.nextBoolean()) {
            some.add(Goal.TOTAL);
        }
        return some;
    }

    /// Some goals in some order, the worst-off pair or the total among them.
    static List<Goal> goals(Random random) {
        var goals = new ArrayList<>(List.of(Goal.values()));
        goals.removeAll(List.of(Goal.EVEN, Goal.STABLE));
        Collections.shuffle(goals, random);
        var some = goals.subList(0, 1 + random.nextInt(goals.size()));
        return some.contains(Goal.WORST) || some.contains(Goal.TOTAL) ? some : List.of(Goal.WORST, Goal.TOTAL);
    }

    /// With some people who have waited and some pairs from before.
    static Problem small(int people, Random random) {
        var problem = plain(people, random);
        var kept = new int[problem.edges()];
        var served = new int[problem.edges()];
        for (int edge = 0; edge < kept.length; edge++) {
            kept[edge] = random.nextInt(2);
            served[edge] = random.nextInt(3);
        }
        return Problem.of(
                problem.capacity, problem.edges, Map.of(Goal.KEPT, Amounts.of(kept), Goal.WAITING, Amounts.of(served)));
    }

    /// With one to three quotas, required or not: shares of the pairs, numbers of places, some out of reach.
    static Problem underQuotas(Problem problem, Random random) {
        var quotas = new ArrayList<Quota>();
        int number = 1 + random.nextInt(3);
        for (int i = 0; i < number; i++) {
            boolean share = random.nextBoolean();
            int hundredths = 10 * random.nextInt(11);
            var counts = new int[problem.edges()];
            for (int edge = 0; edge < counts.length; edge++) {
                int belongs = random.nextInt(share ? 2 : 3);
                counts[edge] = share ? 100 * belongs - hundredths : belongs;
            }
            int most = Math.max(2, problem.people() / 3);
            quotas.add(new Quota(Amounts.of(counts), share ? 0 : random.nextInt(most), random.nextInt(3) == 0));
        }
        return problem.keeping(quotas);
    }

    private static Problem plain(int people, Random random) {
        return any(people, 11, 1 + random.nextInt(3), random);
    }

    /// About two thirds have a settled role, as in a real call.
    static Problem large(int people, Random random) {
        return any(people, Integer.MAX_VALUE, 1 + random.nextInt(2), random);
    }

    /// Two in three may be either, each could be paired with some ten others, and benefits hardly ever tie.
    static Problem eithers(int people, Random random) {
        var builder = new Builder(
                IntStream.range(0, people).map(_ -> 1 + random.nextInt(4) / 3).toArray());
        var role = IntStream.range(0, people).map(_ -> random.nextInt(6)).toArray();
        for (int mentor = 0; mentor < people; mentor++) {
            for (int mentee = 0; mentee < people; mentee++) {
                if (mentor != mentee && role[mentor] != 0 && role[mentee] != 1 && random.nextInt(people) < 10) {
                    builder.add(mentor, mentee, random.nextInt(1_000_000));
                }
            }
        }
        return builder.build();
    }

    private static Problem any(int people, int mostEdges, int mostPlaces, Random random) {
        double density = random.nextDouble();
        double eithers = random.nextInt(3) * 0.15;
        int range = random.nextBoolean() ? 4 : 1000;
        int lowest = random.nextInt(4) == 0 ? -range / 2 : 0;
        var capacity = IntStream.range(0, people)
                .map(_ -> 1 + random.nextInt(mostPlaces))
                .toArray();
        var role = IntStream.range(0, people)
                .map(_ -> random.nextDouble() < eithers ? 2 : random.nextInt(2))
                .toArray();
        var builder = new Builder(capacity);
        for (int mentor = 0; mentor < people; mentor++) {
            for (int mentee = 0; mentee < people; mentee++) {
                if (mentor != mentee
                        && role[mentor] != 1
                        && role[mentee] != 0
                        && random.nextDouble() < density
                        && builder.size < mostEdges) {
                    builder.add(mentor, mentee, lowest + random.nextInt(range));
                }
            }
        }
        return builder.build();
    }

    /// The same people under other numbers.
    static Problem renumbered(Problem problem, Random random) {
        var numbers =
                new ArrayList<>(IntStream.range(0, problem.people()).boxed().toList());
        Collections.shuffle(numbers, random);
        var capacity = new int[problem.people()];
        for (int person = 0; person < capacity.length; person++) {
            capacity[numbers.get(person)] = problem.capacity[person];
        }
        var builder = new Builder(capacity);
        for (int edge = 0; edge < problem.edges(); edge++) {
            builder.add(
                    numbers.get(problem.edges.mentor(edge)),
                    numbers.get(problem.edges.mentee(edge)),
                    problem.edges.benefit(edge));
        }
        return builder.build();
    }

    /// Too many edges to solve at once: some hundreds on unequal sides, with one to three places each, or with one
    /// each and a few scarce people whom everybody could be paired with.
    static Problem crowded(Random random) {
        int mentors = 350 + random.nextInt(200);
        int mentees = 350 + random.nextInt(200);
        int most = 1 + random.nextInt(3);
        int range = random.nextBoolean() ? 40 : 1_000_000;
        var builder = new Builder(IntStream.range(0, mentors + mentees)
                .map(_ -> 1 + random.nextInt(most))
                .toArray());
        int picky = random.nextInt(3) * 100;
        for (int mentor = 0; mentor < mentors; mentor++) {
            for (int mentee = 0; mentee < mentees; mentee++) {
                if (mentor < picky ? mentee < 40 : random.nextInt(10) > 0) {
                    builder.add(mentor, mentors + mentee, random.nextInt(range));
                }
            }
        }
        return builder.build();
    }

    /// Everybody on one side with everybody on the other; benefits are sums of small whole numbers, so ties abound.
    static Problem dense(int side, Random random) {
        var capacity = new int[2 * side];
        java.util.Arrays.fill(capacity, 1);
        var builder = new Builder(capacity);
        for (int mentor = 0; mentor < side; mentor++) {
            for (int mentee = 0; mentee < side; mentee++) {
                builder.add(
                        mentor,
                        side + mentee,
                        5 * random.nextInt(7) + 5 * random.nextInt(7) + 4 * random.nextInt(6) + random.nextInt(9));
            }
        }
        return builder.build();
    }

    static final class Builder {
        private final int[] capacity;
        private int[] mentor = new int[16];
        private int[] mentee = new int[16];
        private long[] benefit = new long[16];
        private int size;

        Builder(int[] capacity) {
            this.capacity = capacity;
        }

        void add(int from, int to, long worth) {
            if (size == mentor.length) {
                mentor = java.util.Arrays.copyOf(mentor, 2 * size);
                mentee = java.util.Arrays.copyOf(mentee, 2 * size);
                benefit = java.util.Arrays.copyOf(benefit, 2 * size);
            }
            mentor[size] = from;
            mentee[size] = to;
            benefit[size++] = worth;
        }

        Problem build() {
            return Problem.of(
                    capacity,
                    Edges.sorted(
                            capacity.length,
                            java.util.Arrays.copyOf(mentor, size),
                            java.util.Arrays.copyOf(mentee, size),
                            java.util.Arrays.copyOf(benefit, size)));
        }
    }
}
