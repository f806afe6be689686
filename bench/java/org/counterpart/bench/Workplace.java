// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.counterpart.matching.solver.Amounts;
import org.counterpart.matching.solver.Edges;

/// A made-up large employer, from a seed: as many mentors as mentees in 12 departments of unequal size, 8 levels and
/// 20 sites, with offers and wants from 60 topics of which some are far more popular than others. Benefits are worth
/// what the product says a pair is worth, so ties and near-ties abound. Mentors are people 0 … n−1, mentees n … 2n−1.
final class Workplace {
    private static final int TOPICS = 60;

    private final int side;
    private final long[] offers;
    private final long[] wants;
    private final byte[] department;
    private final byte[] level;
    private final byte[] site;
    private final SplittableRandom random;

    Workplace(int side, long seed) {
        this.side = side;
        random = new SplittableRandom(seed);
        offers = new long[2 * side];
        wants = new long[2 * side];
        department = new byte[2 * side];
        level = new byte[2 * side];
        site = new byte[2 * side];
        for (int person = 0; person < 2 * side; person++) {
            boolean mentor = person < side;
            offers[person] = topics(mentor ? 0 : TOPICS / 3);
            wants[person] = topics(mentor ? TOPICS / 3 : 0);
            department[person] = (byte) skewed(12);
            level[person] = (byte) (mentor ? 1 + skewed(5) : 3 + skewed(5));
            site[person] = (byte) skewed(20);
        }
    }

    int people() {
        return 2 * side;
    }

    int[] capacities() {
        var capacity = new int[2 * side];
        Arrays.fill(capacity, 1);
        return capacity;
    }

    /// Every pair whose mentor is of a lower level, about seven in ten.
    Edges dense() {
        var start = new int[2 * side + 1];
        for (int mentor = 0; mentor < side; mentor++) {
            int allowed = 0;
            for (int mentee = side; mentee < 2 * side; mentee++) {
                allowed += allowed(mentor, mentee) ? 1 : 0;
            }
            start[mentor + 1] = start[mentor] + allowed;
        }
        Arrays.fill(start, side + 1, 2 * side + 1, start[side]);
        var mentees = new int[start[side]];
        var benefit = new int[start[side]];
        int at = 0;
        for (int mentor = 0; mentor < side; mentor++) {
            for (int mentee = side; mentee < 2 * side; mentee++) {
                if (allowed(mentor, mentee)) {
                    mentees[at] = mentee;
                    benefit[at++] = benefit(mentor, mentee);
                }
            }
        }
        return Edges.of(start, mentees, Amounts.of(benefit));
    }

    /// About so many candidates for each mentor, found by what they offer, as an index over topics would.
    Edges sparse(int each) {
        var byTopic = new int[TOPICS][];
        for (int topic = 0; topic < TOPICS; topic++) {
            long bit = 1L << topic;
            byTopic[topic] = java.util.stream.IntStream.range(side, 2 * side)
                    .filter(mentee -> (wants[mentee] & bit) != 0)
                    .toArray();
        }
        // Drawn twice, first to count, so that making the instance takes no more memory than the instance.
        var start = new int[2 * side + 1];
        long draws = random.nextLong();
        int[] found = new int[each];
        var counting = new SplittableRandom(draws);
        for (int mentor = 0; mentor < side; mentor++) {
            start[mentor + 1] = start[mentor] + find(mentor, byTopic, counting, found);
        }
        Arrays.fill(start, side + 1, 2 * side + 1, start[side]);
        var mentees = new int[start[side]];
        var benefit = new int[start[side]];
        var filling = new SplittableRandom(draws);
        for (int mentor = 0; mentor < side; mentor++) {
            int count = find(mentor, byTopic, filling, found);
            for (int i = 0; i < count; i++) {
                mentees[start[mentor] + i] = found[i];
                benefit[start[mentor] + i] = benefit(mentor, found[i]);
            }
        }
        return Edges.of(start, mentees, Amounts.of(benefit));
    }

    /// How many different candidates of a mentor so many draws find; they stand first in `found`, in order.
    private int find(int mentor, int[][] byTopic, SplittableRandom draws, int[] found) {
        int count = 0;
        for (int attempt = 0; attempt < found.length; attempt++) {
            int topic = nthTopic(offers[mentor], draws.nextInt(Long.bitCount(offers[mentor])));
            int mentee = byTopic[topic].length == 0 || draws.nextInt(5) == 0
                    ? side + draws.nextInt(side)
                    : byTopic[topic][draws.nextInt(byTopic[topic].length)];
            if (allowed(mentor, mentee)) {
                found[count++] = mentee;
            }
        }
        Arrays.sort(found, 0, count);
        int different = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[different++] = found[i];
            }
        }
        return different;
    }

    private boolean allowed(int mentor, int mentee) {
        return level[mentor] < level[mentee];
    }

    private int benefit(int mentor, int mentee) {
        int gives = Math.min(3, Long.bitCount(offers[mentor] & wants[mentee]));
        int returns = Math.min(3, Long.bitCount(offers[mentee] & wants[mentor]));
        int vantage = (department[mentor] == department[mentee] ? 0 : 4)
                + (site[mentor] == site[mentee] ? 0 : 2)
                + Math.min(4, level[mentee] - level[mentor]);
        int practical = 3 + (mentor * 31 + mentee * 17) % 9;
        return 10 * (gives + returns) + 2 * (vantage + practical);
    }

    private long topics(int from) {
        long topics = 0;
        int wanted = 2 + random.nextInt(4);
        while (Long.bitCount(topics) < wanted) {
            topics |= 1L << (from + skewed(2 * TOPICS / 3)) % TOPICS;
        }
        return topics;
    }

    /// 0 … size−1, the small ones more often.
    private int skewed(int size) {
        double uniform = random.nextDouble();
        return (int) (size * uniform * uniform);
    }

    private static int nthTopic(long topics, int n) {
        long left = topics;
        for (int i = 0; i < n; i++) {
            left &= left - 1;
        }
        return Long.numberOfTrailingZeros(left);
    }
}
