// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.counterpart.enrolment.Role;
import org.counterpart.matching.Matching.Matched;
import org.counterpart.matching.files.Certified;
import org.counterpart.matching.files.Stable;

/// How stable a matching is, which is another goal than the optimum (D. Gale, L. Shapley 1962, doi
/// 10.1080/00029890.1962.11989827). Two people block it if each would gain more points with the other than in their own
/// worst pair, or has a place free. Beside the count stands the matching that nobody blocks, found by deferred
/// acceptance, so that its price can be seen. Equal gains never block. Locked pairs stay in both.
///
/// @param blocking candidate pairs that block the optimum
/// @param pairs of the stable matching, `worst` and `total` its benefits in points
public record Stability(int blocking, int pairs, int worst, int total) {
    static Stability of(Matched matched) {
        var sides = new Sides(matched.call(), matched.candidates(), matched.certified());
        var stable = sides.acceptDeferred();
        return new Stability(
                sides.blocking(matched.certified().edges()),
                stable.length,
                IntStream.of(stable).map(matched.candidates()::benefit).min().orElse(0),
                IntStream.of(stable).map(matched.candidates()::benefit).sum());
    }

    /// The stable pairs instead of the best ones.
    static Certified instead(Call call, Candidates candidates, Certified best) {
        var sides = new Sides(call, candidates, best);
        var toMentor = new int[candidates.size()];
        var toMentee = new int[candidates.size()];
        Arrays.setAll(toMentor, candidates::toMentor);
        Arrays.setAll(toMentee, candidates::toMentee);
        var mentors = new boolean[call.size()];
        for (int person = 0; person < mentors.length; person++) {
            mentors[person] = sides.role[person] == Role.MENTOR;
        }
        return best.replacedBy(sides.acceptDeferred(), new Stable(mentors, toMentor, toMentee, best));
    }

    /// What each side gains, once the optimum has settled who is what.
    static final class Sides {
        private final Candidates candidates;
        private final Call call;
        private final boolean[] pinned;
        private final Role[] role;

        Sides(Call call, Candidates candidates, Certified chosen) {
            this.candidates = candidates;
            this.call = call;
            pinned = new boolean[candidates.size()];
            IntStream.of(chosen.instance().pinned()).forEach(edge -> pinned[edge] = true);
            role = chosen.stable() instanceof Stable stable ? roles(stable.mentors()) : roles(chosen.edges());
        }

        private Role[] roles(boolean[] mentors) {
            var roles = new Role[call.size()];
            for (int person = 0; person < roles.length; person++) {
                roles[person] = mentors[person] ? Role.MENTOR : Role.MENTEE;
            }
            return roles;
        }

        /// Whoever may be either has the role that the pairs gave; left out, the one in which there are more
        /// candidates.
        private Role[] roles(int[] chosen) {
            var roles = new Role[call.size()];
            var asMentor = new int[call.size()];
            for (int candidate = 0; candidate < pinned.length; candidate++) {
                asMentor[candidates.mentor(candidate)]++;
                asMentor[candidates.mentee(candidate)]--;
            }
            for (int person = 0; person < roles.length; person++) {
                var signedUp = call.signUp(person).role();
                roles[person] = signedUp != Role.EITHER ? signedUp : asMentor[person] >= 0 ? Role.MENTOR : Role.MENTEE;
            }
            for (int candidate : chosen) {
                roles[candidates.mentor(candidate)] = Role.MENTOR;
                roles[candidates.mentee(candidate)] = Role.MENTEE;
            }
            return roles;
        }

        private boolean fits(int candidate) {
            return role[candidates.mentor(candidate)] == Role.MENTOR
                    && role[candidates.mentee(candidate)] == Role.MENTEE;
        }

        /// How many candidates block some pairs.
        int blocking(int[] pairs) {
            var made = new boolean[candidates.size()];
            var mentorsWorst = new int[call.size()];
            var menteesWorst = new int[call.size()];
            var use = new int[call.size()];
            Arrays.fill(mentorsWorst, Integer.MAX_VALUE);
            Arrays.fill(menteesWorst, Integer.MAX_VALUE);
            for (int candidate : pairs) {
                int mentor = candidates.mentor(candidate);
                int mentee = candidates.mentee(candidate);
                made[candidate] = true;
                use[mentor]++;
                use[mentee]++;
                mentorsWorst[mentor] = Math.min(mentorsWorst[mentor], candidates.toMentor(candidate));
                menteesWorst[mentee] = Math.min(menteesWorst[mentee], candidates.toMentee(candidate));
            }
            int blocking = 0;
            for (int candidate = 0; candidate < made.length; candidate++) {
                int mentor = candidates.mentor(candidate);
                int mentee = candidates.mentee(candidate);
                if (!made[candidate]
                        && fits(candidate)
                        && (hasPlace(mentor, use) || candidates.toMentor(candidate) > mentorsWorst[mentor])
                        && (hasPlace(mentee, use) || candidates.toMentee(candidate) > menteesWorst[mentee])) {
                    blocking++;
                }
            }
            return blocking;
        }

        private boolean hasPlace(int person, int[] use) {
            return use[person] < call.signUp(person).capacity();
        }

        /// Mentors ask in the order of what they gain; a mentee with all places taken keeps whom they gain most
        /// from.
        int[] acceptDeferred() {
            var wishes = wishes();
            var accepted = new ArrayList<List<Integer>>();
            var places = new int[call.size()];
            for (int person = 0; person < call.size(); person++) {
                accepted.add(new ArrayList<>());
                places[person] = call.signUp(person).capacity();
            }
            var pairs = new ArrayList<Integer>();
            for (int candidate = 0; candidate < pinned.length; candidate++) {
                if (pinned[candidate]) {
                    pairs.add(candidate);
                    places[candidates.mentor(candidate)]--;
                    places[candidates.mentee(candidate)]--;
                }
            }
            var asking = new ArrayDeque<Integer>();
            var next = new int[call.size()];
            for (int mentor = 0; mentor < call.size(); mentor++) {
                for (int place = 0; place < places[mentor]; place++) {
                    asking.add(mentor);
                }
            }
            while (asking.poll() instanceof Integer mentor) {
                if (next[mentor] < wishes.get(mentor).size()) {
                    int candidate = wishes.get(mentor).get(next[mentor]++);
                    int mentee = candidates.mentee(candidate);
                    var held = accepted.get(mentee);
                    held.add(candidate);
                    if (held.size() > places[mentee]) {
                        var least = held.stream()
                                .min(Comparator.comparingInt(candidates::toMentee))
                                .orElseThrow();
                        held.remove(least);
                        asking.add(candidates.mentor(least));
                    }
                }
            }
            accepted.forEach(pairs::addAll);
            return pairs.stream().mapToInt(Integer::intValue).toArray();
        }

        private List<List<Integer>> wishes() {
            var wishes = new ArrayList<List<Integer>>();
            for (int person = 0; person < call.size(); person++) {
                wishes.add(new ArrayList<>());
            }
            for (int candidate = 0; candidate < pinned.length; candidate++) {
                if (!pinned[candidate] && fits(candidate)) {
                    wishes.get(candidates.mentor(candidate)).add(candidate);
                }
            }
            wishes.forEach(each ->
                    each.sort(Comparator.comparingInt(candidates::toMentor).reversed()));
            return wishes;
        }
    }
}
