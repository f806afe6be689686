// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import org.counterpart.evidence.Asvs;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final int SAMPLES = 10_000;
    private static final int BITS = 256;

    @Test
    @Asvs({"7.2.3", "11.5.1"})
    void secrets_have_256_bits_of_which_each_is_as_often_one_as_none_and_none_comes_twice() {
        var seen = new HashSet<String>();
        var ones = new int[BITS];
        for (int sample = 0; sample < SAMPLES; sample++) {
            var text = Secret.fresh().text();
            assertThat(text).matches("[\\w-]{43}");
            seen.add(text);
            BitSet.valueOf(Base64.getUrlDecoder().decode(text)).stream().forEach(bit -> ones[bit]++);
        }

        assertThat(seen).hasSize(SAMPLES);
        // Seven standard deviations of 50, which chance exceeds once in a billion runs.
        assertThat(ones).isNotEmpty();
        for (int each : ones) {
            assertThat(each).isBetween(SAMPLES / 2 - 350, SAMPLES / 2 + 350);
        }
    }
}
