// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.solver;

import java.util.Random;
import java.util.stream.IntStream;

/// Random problems, from sparse to dense, with many ties or few, with and without people who may be either.
final class Problems {
    private Problems() {}

    static Problem small(int people, Random random) {
        return any(people, 11, 1 + random.nextInt(3), random);
    }

    /// About two thirds have a settled role, as in a real call.
    static Problem large(int people, Random random) {
        return any(people, Integer.MAX_VALUE, 1 + random.nextInt(2), random);
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

    static Problem reversed(Problem problem) {
        var builder = new Builder(problem.capacity);
        for (int edge = problem.edges() - 1; edge >= 0; edge--) {
            builder.add(problem.edges.mentor(edge), problem.edges.mentee(edge), problem.edges.benefit(edge));
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
