// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.counterpart.matching.Aim;
import org.counterpart.matching.MatchRun.Alternative;
import org.counterpart.matching.MatchRun.Figures;
import org.counterpart.web.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class AimPriceTest {
    private static final Figures SHOWN = new Figures(30, 12, 1_900);

    @Test
    void what_another_aim_gives_and_takes_stands_in_words() {
        assertThat(told(new Figures(28, 20, 2_950)))
                .endsWith(": 2 pairs fewer, the worst-off pair gains 8 points, all together gain 1,050 points.");
        assertThat(told(new Figures(31, 11, 1_899)))
                .endsWith(": one pair more, the worst-off pair loses one point, all together lose one point.");
    }

    @Test
    void an_aim_that_changes_nothing_says_so() {
        assertThat(told(SHOWN)).endsWith(": nothing that these figures show would change.");
    }

    private static String told(Figures would) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/matching");
        messages.setDefaultEncoding("UTF-8");
        return AimPrice.in(new Texts(messages, Locale.ENGLISH), SHOWN, new Alternative(Aim.STABLE, would));
    }
}
