// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CandidatesProperties {
    private static final Rules RULES = Rules.standard();

    @Property(tries = 300)
    void every_pair_that_the_rules_allow_is_a_candidate_in_order(@ForAll long seed) {
        var call = call(seed);
        var wishes = wishes(call, new Random(seed));
        var allowed = new ArrayList<PairKey>();
        for (int mentor = 0; mentor < call.size(); mentor++) {
            for (int mentee = 0; mentee < call.size(); mentee++) {
                if (possible(call, mentor, mentee) && allowed(call, wishes, mentor, mentee)) {
                    allowed.add(new PairKey(
                            call.person(mentor).id(), call.person(mentee).id()));
                }
            }
        }

        assertThat(pairs(Candidates.among(call, RULES, wishes))).isEqualTo(allowed);
    }

    @Property(tries = 300)
    void counting_by_bands_comes_to_what_counting_pair_by_pair_does(@ForAll long seed) {
        var call = call(seed);
        var wishes = wishes(call, new Random(seed));
        var candidates = Candidates.among(call, RULES, wishes);
        var broken = new HashMap<Rule, Long>();
        var alone = new HashMap<Rule, Long>();
        for (var rule : Rule.values()) {
            broken.put(rule, 0L);
            alone.put(rule, 0L);
        }
        long possible = 0;
        for (int mentor = 0; mentor < call.size(); mentor++) {
            for (int mentee = 0; mentee < call.size(); mentee++) {
                if (possible(call, mentor, mentee)) {
                    possible++;
                    int bits = call.profiles().broken(mentor, mentee, RULES);
                    int required = bits & RULES.requiredBits();
                    for (var rule : Rule.values()) {
                        broken.merge(rule, (bits & rule.bit()) == 0 ? 0L : 1L, Long::sum);
                        alone.merge(rule, required == rule.bit() ? 1L : 0L, Long::sum);
                    }
                }
            }
        }

        assertThat(candidates.possible()).isEqualTo(possible);
        assertThat(candidates.broken()).isEqualTo(broken);
        assertThat(candidates.brokenAlone()).isEqualTo(alone);
        assertThat(candidates.allowed()).isEqualTo(candidates.size());
        for (int person = 0; person < call.size(); person++) {
            var counts = new int[2];
            for (int other = 0; other < call.size(); other++) {
                for (int side = 0; side < 2; side++) {
                    int mentor = side == 0 ? person : other;
                    int mentee = side == 0 ? other : person;
                    if (possible(call, mentor, mentee)) {
                        counts[0]++;
                        counts[1] += allowed(call, wishes, mentor, mentee) ? 1 : 0;
                    }
                }
            }
            assertThat(candidates.prospects(person).possible()).isEqualTo(counts[0]);
            assertThat(candidates.prospects(person).remaining()).isEqualTo(counts[1]);
        }
    }

    @Property(tries = 300)
    void the_shortlist_leaves_nobody_out_who_could_be_in_a_pair(@ForAll long seed) {
        var call = call(seed);
        var wishes = wishes(call, new Random(seed));
        var all = Candidates.among(call, RULES, wishes);
        var some = Candidates.among(call, RULES, wishes, Set.of(), 0);

        assertThat(pairs(all)).containsAll(pairs(some));
        assertThat(people(pairs(some))).isEqualTo(people(pairs(all)));
        assertThat(pairs(some))
                .containsAll(
                        pairs(all).stream().filter(wishes.standing()::contains).toList());
        assertThat(some.broken()).isEqualTo(all.broken());
        for (int pair = 0; pair < some.size(); pair++) {
            int same = all.position(some.pair(pair)).orElseThrow();
            assertThat(some.toMentor(pair)).isEqualTo(all.toMentor(same));
            assertThat(some.toMentee(pair)).isEqualTo(all.toMentee(same));
        }
    }

    private static Call call(long seed) {
        var organisation = RandomOrganisation.of(new Random(seed));
        return Call.of(organisation.people(), organisation.signUps(), new Seed("s" + seed));
    }

    private static Wishes wishes(Call call, Random random) {
        var forbidden = new HashSet<PairKey>();
        var standing = new HashSet<PairKey>();
        for (int i = 0; call.size() > 1 && i < 4; i++) {
            var pair = new PairKey(
                    call.person(random.nextInt(call.size())).id(),
                    call.person(random.nextInt(call.size())).id());
            (i % 2 == 0 ? forbidden : standing).add(pair);
        }
        return new Wishes(Set.of(), forbidden, standing);
    }

    private static boolean possible(Call call, int mentor, int mentee) {
        return mentor != mentee
                && call.signUp(mentor).role().mayMentor()
                && call.signUp(mentee).role().mayBeMentored();
    }

    private static boolean allowed(Call call, Wishes wishes, int mentor, int mentee) {
        var pair = new PairKey(call.person(mentor).id(), call.person(mentee).id());
        return wishes.standing().contains(pair)
                || (call.profiles().broken(mentor, mentee, RULES) & RULES.requiredBits()) == 0
                        && !wishes.forbidden().contains(pair);
    }

    private static List<PairKey> pairs(Candidates candidates) {
        var pairs = new ArrayList<PairKey>();
        for (int pair = 0; pair < candidates.size(); pair++) {
            pairs.add(candidates.pair(pair));
        }
        return pairs;
    }

    private static Set<String> people(List<PairKey> pairs) {
        var people = new HashSet<String>();
        for (var pair : pairs) {
            people.add(pair.mentor());
            people.add(pair.mentee());
        }
        return people;
    }
}
