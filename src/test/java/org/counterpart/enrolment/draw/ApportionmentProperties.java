// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ApportionmentProperties {
    @Property(tries = 2000)
    void each_group_gets_its_share_rounded_down_or_up_and_all_places_are_given(
            @ForAll @Size(min = 1, max = 12) List<@IntRange(min = 1, max = 500) Integer> sizes,
            @ForAll @IntRange(min = 0, max = 6000) int places,
            @ForAll @Size(32) byte[] lot) {
        int all = sizes.stream().mapToInt(Integer::intValue).sum();
        Assume.that(places <= all);

        var parts = Apportionment.divide(
                places, sizes.stream().mapToInt(Integer::intValue).toArray(), new BigInteger(1, lot));

        int sum = 0;
        for (int group = 0; group < parts.length; group++) {
            double share = (double) places * sizes.get(group) / all;
            assertThat((double) parts[group]).isGreaterThan(share - 1).isLessThan(share + 1);
            assertThat(parts[group]).isBetween(0, sizes.get(group));
            sum += parts[group];
        }
        assertThat(sum).isEqualTo(places);
    }

    @Property(tries = 500)
    void lists_of_whole_draws_keep_the_shares_too(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 20) Integer> sizes,
            @ForAll @IntRange(min = 1, max = 100) int start,
            @ForAll @IntRange(min = 0, max = 10) int reserve,
            @ForAll int seed) {
        int all = sizes.stream().mapToInt(Integer::intValue).sum();
        Assume.that(start + reserve <= all);

        var drawn = Applying.drawn(
                Applying.at(sizes.stream().mapToInt(Integer::intValue).toArray()),
                Applying.bySite(start, reserve),
                new Secret("seed " + seed, ""));

        for (var group : drawn.groups()) {
            assertThat(group.seats().start() - (double) start * group.applicants() / all)
                    .isBetween(-1.0, 1.0);
            int left = group.applicants() - group.seats().start();
            double share = all == start ? 0 : (double) reserve * left / (all - start);
            assertThat(group.seats().reserve() - share).isBetween(-1.0, 1.0);
        }
    }

    @Example
    void over_all_lots_a_group_gets_exactly_its_share() {
        var sizes = new int[] {1, 5, 10};
        int lots = 1024;
        var given = new int[3];
        for (int each = 0; each < lots; each++) {
            var parts = Apportionment.divide(4, sizes, BigInteger.valueOf(each).shiftLeft(256 - 10));
            for (int group = 0; group < 3; group++) {
                given[group] += parts[group];
            }
        }

        assertThat(given).containsExactly(lots * 4 / 16, lots * 4 * 5 / 16, lots * 4 * 10 / 16);
    }
}
