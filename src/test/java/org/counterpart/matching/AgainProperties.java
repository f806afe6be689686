// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.counterpart.matching.Matching.Matched;
import org.counterpart.matching.files.Certified;
import org.counterpart.matching.solver.Progress;

class AgainProperties {
    @Property(tries = 300)
    void what_a_lock_or_a_ban_costs_is_what_everything_solved_anew_costs(@ForAll long seed) {
        var random = new Random(seed);
        var organisation = RandomOrganisation.of(random);
        var call = Call.of(organisation.people(), organisation.signUps(), new Seed("s" + seed));
        var before = (Matched) Matching.match(call, Rules.standard(), Wishes.NONE, Progress.SILENT);
        for (int question = 0; question < 5 && before.candidates().size() > 0; question++) {
            var pair =
                    before.candidates().pair(random.nextInt(before.candidates().size()));
            var kind = random.nextBoolean() ? PairWish.Kind.LOCKED : PairWish.Kind.FORBIDDEN;
            var wished = kind == PairWish.Kind.LOCKED
                    ? new Wishes(Set.of(pair), Set.of(), Set.of())
                    : new Wishes(Set.of(), Set.of(pair), Set.of());

            var again =
                    (Certified) Matching.again(before, Wishes.NONE, pair, kind).orElseThrow();

            var anew = ((Matched) Matching.match(call, Rules.standard(), wished, Progress.SILENT)).certified();
            assertThat(again.objective().pairs()).isEqualTo(anew.objective().pairs());
            assertThat(again.objective().worst()).isEqualTo(anew.objective().worst());
            assertThat(again.objective().total()).isEqualTo(anew.objective().total());
            assertThat(pairs(again).contains(pair)).isEqualTo(kind == PairWish.Kind.LOCKED);
            assertThat(again.objective().kept()).isGreaterThanOrEqualTo(common(pairs(before.certified()), pairs(anew)));
        }
    }

    private static Set<PairKey> pairs(Certified certified) {
        var pairs = new HashSet<PairKey>();
        for (int edge : certified.edges()) {
            pairs.add(new PairKey(
                    certified.instance().mentorId(edge), certified.instance().menteeId(edge)));
        }
        return pairs;
    }

    private static long common(Set<PairKey> some, Set<PairKey> others) {
        return some.stream().filter(others::contains).count();
    }
}
