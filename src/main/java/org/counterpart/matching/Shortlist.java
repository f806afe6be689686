// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.counterpart.matching.TopicIndex.Met;
import org.counterpart.matching.TopicIndex.Said;

/// The pairs that are weighed where there are too many to weigh all: for everyone the [#BEST] found by what they offer
/// and want and [#SPREAD] that need share nothing, all of them allowed, and whatever pairs were asked for. Whoever has
/// fewer allowed counterparts than that has all of them on the list.
///
/// Of a topic that is all too popular only a stretch of the people is looked at, the same for all topics of one person
/// and another for everyone, so that nobody is looked at more often for standing first.
final class Shortlist {
    static final int BEST = 24;
    static final int SPREAD = 8;
    private static final int LOOKED_AT = 3_000;
    private static final int ATTEMPTS = 64;
    private static final int CHUNK = 512;

    private final Judging judging;
    private final Call call;
    private final Weighing weighing;
    private final Bands bands;
    private final TopicIndex index;
    private final int[] mentors;
    private final int[] mentees;

    Shortlist(Judging judging, Weighing weighing, Bands bands) {
        this.judging = judging;
        this.call = judging.call;
        this.weighing = weighing;
        this.bands = bands;
        this.index = new TopicIndex(call);
        mentors = IntStream.range(0, call.size())
                .filter(person -> call.signUp(person).role().mayMentor())
                .toArray();
        mentees = IntStream.range(0, call.size())
                .filter(person -> call.signUp(person).role().mayBeMentored())
                .toArray();
    }

    /// Mentor and mentee as the upper and lower half of each number, ascending.
    ///
    /// @param wanted pairs that are on the list wherever they are allowed
    long[] pairs(Set<PairKey> wanted) {
        var asked = Judging.byMentor(call, wanted);
        var found = IntStream.range(0, Math.ceilDiv(call.size(), CHUNK))
                .parallel()
                .mapToObj(chunk -> {
                    var look = new Look();
                    for (int person = chunk * CHUNK; person < Math.min(call.size(), (chunk + 1) * CHUNK); person++) {
                        look.chooseFor(person);
                        for (int mentee : asked.getOrDefault(person, Set.of())) {
                            look.take(person, mentee, true);
                        }
                        look.preferred(person);
                    }
                    return Arrays.copyOf(look.pairs, look.size);
                })
                .toList();
        var all = found.stream().flatMapToLong(Arrays::stream).toArray();
        Arrays.parallelSort(all);
        return Apart.once(all);
    }

    /// Looks for one person after the other.
    private final class Look {
        private final short[] gives = new short[call.size()];
        private final short[] gets = new short[call.size()];
        private final int[] touched = new int[call.size()];
        private int touches;
        private final long[] best = new long[BEST];
        private int kept;
        private long[] pairs = new long[4 * CHUNK * (BEST + SPREAD)];
        private int size;

        void chooseFor(int person) {
            if (call.signUp(person).role().mayMentor()) {
                choose(person, true, index.menteesWant, index.menteesOffer, mentees);
            }
            if (call.signUp(person).role().mayBeMentored()) {
                choose(person, false, index.mentorsWant, index.mentorsOffer, mentors);
            }
        }

        private void choose(int person, boolean asMentor, Said want, Said offer, int[] others) {
            var traits = call.traits(person);
            long all = said(traits.offers(), index.offered, want) + said(traits.wants(), index.wanted, offer);
            int stretch = all <= LOOKED_AT ? call.size() : (int) Math.max(1, (long) call.size() * LOOKED_AT / all);
            int from = Integer.remainderUnsigned(scatter(person, asMentor ? 1 : 2), call.size());
            meet(traits.offers(), index.offered, want, from, stretch, gives);
            meet(traits.wants(), index.wanted, offer, from, stretch, gets);
            kept = 0;
            for (int i = 0; i < touches; i++) {
                consider(person, touched[i], asMentor);
            }
            touches = 0;
            for (int i = 0; i < kept; i++) {
                take(person, (int) best[i], asMentor);
            }
            spread(person, asMentor, others);
        }

        private long said(int[] phrases, Met met, Said said) {
            long all = 0;
            for (int phrase : phrases) {
                for (int other : phrase < 0 ? new int[0] : met.phrases()[phrase]) {
                    all += said.times(other);
                }
            }
            return all;
        }

        private void meet(int[] phrases, Met met, Said said, int from, int stretch, short[] points) {
            for (int phrase : phrases) {
                for (int i = 0; phrase >= 0 && i < met.phrases()[phrase].length; i++) {
                    int other = met.phrases()[phrase][i];
                    byte worth = met.points()[phrase][i];
                    if (stretch == call.size() || said.times(other) <= 2) {
                        touch(said, other, 0, call.size(), worth, points);
                    } else {
                        touch(said, other, from, from + stretch, worth, points);
                        touch(said, other, 0, from + stretch - call.size(), worth, points);
                    }
                }
            }
        }

        private void touch(Said said, int phrase, int from, int to, byte worth, short[] points) {
            for (int at = to <= 0 ? said.start()[phrase + 1] : said.from(phrase, from);
                    at < said.start()[phrase + 1] && said.people()[at] < to;
                    at++) {
                int other = said.people()[at];
                if (gives[other] == 0 && gets[other] == 0) {
                    touched[touches++] = other;
                }
                points[other] += worth;
            }
        }

        private void consider(int person, int other, boolean asMentor) {
            int topics = Math.min(gives[other], 3 * Topics.FULL) + Math.min(gets[other], 3 * Topics.FULL);
            gives[other] = 0;
            gets[other] = 0;
            int mentor = asMentor ? person : other;
            int mentee = asMentor ? other : person;
            if (person == other || kept == BEST && topics + weighing.mostWithoutTopics() < best[0] >>> 55) {
                return;
            }
            if (judging.barredByFacts(mentor, mentee)) {
                return;
            }
            int broken = judging.broken(mentor, mentee);
            if (judging.allows(mentor, mentee, broken)) {
                long worth = topics + weighing.withoutTopics(mentor, mentee, broken);
                keep(worth << 55 | (long) (scatter(mentor, mentee) >>> 9) << 32 | other);
            }
        }

        /// The least stands first.
        private void keep(long each) {
            int at;
            if (kept < BEST) {
                at = kept++;
                while (at > 0 && best[(at - 1) / 2] > each) {
                    best[at] = best[(at - 1) / 2];
                    at = (at - 1) / 2;
                }
            } else if (each <= best[0]) {
                return;
            } else {
                at = 0;
                for (int child = 1; child < BEST; child = 2 * at + 1) {
                    child += child + 1 < BEST && best[child + 1] < best[child] ? 1 : 0;
                    if (best[child] >= each) {
                        break;
                    }
                    best[at] = best[child];
                    at = child;
                }
            }
            best[at] = each;
        }

        private void spread(int person, boolean asMentor, int[] others) {
            int found = 0;
            var tried = new int[SPREAD];
            for (int attempt = 0; attempt < ATTEMPTS && found < SPREAD && others.length > 0; attempt++) {
                int other = others[Integer.remainderUnsigned(scatter(person, ~attempt), others.length)];
                boolean fresh = true;
                for (int i = 0; i < found; i++) {
                    fresh &= tried[i] != other;
                }
                if (fresh && take(person, other, asMentor)) {
                    tried[found++] = other;
                }
            }
            if (found < SPREAD) {
                int from = scatter(person, ATTEMPTS) >>> 1;
                for (int other : bands.allowed(person, asMentor, from, SPREAD + BEST)) {
                    take(person, other, asMentor);
                }
            }
        }

        void preferred(int person) {
            for (var id : call.signUp(person).prefer()) {
                if (call.positions().get(id) instanceof Integer other) {
                    take(person, other, true);
                    take(person, other, false);
                }
            }
        }

        boolean take(int person, int other, boolean asMentor) {
            int mentor = asMentor ? person : other;
            int mentee = asMentor ? other : person;
            if (!judging.mayBePair(mentor, mentee) || !judging.allows(mentor, mentee)) {
                return false;
            }
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, size + (size >> 1));
            }
            pairs[size++] = (long) mentor << 32 | mentee;
            return true;
        }
    }

    /// The same for the same two, and without any order (J. Steele and others 2014, doi 10.1145/2660193.2660195).
    private static int scatter(int one, int other) {
        long mixed = ((long) one << 32 | other & 0xFFFFFFFFL) * 0x9E37_79B9_7F4A_7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return (int) (mixed ^ mixed >>> 31);
    }
}
