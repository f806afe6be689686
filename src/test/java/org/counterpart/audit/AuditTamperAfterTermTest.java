// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.counterpart.CounterpartTest;
import org.counterpart.audit.verifier.Verdict.Broken;
import org.counterpart.audit.verifier.Verdict.Fault;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.privacy.Retaining;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The same attacks on a log that begins with what its term left: six older events went, and the seventh says so.
@CounterpartTest
@Asvs("16.4.2")
@Threat(38)
class AuditTamperAfterTermTest extends AuditTamperTest {
    private static final Duration LONG_AGO = Duration.ofDays(800);

    @Autowired
    private Retaining retaining;

    @Override
    int before() {
        return 7;
    }

    @Override
    int first() {
        return 7;
    }

    @Override
    void what_was_before() {
        clock.pass(LONG_AGO.negated());
        for (int event = 1; event <= 6; event++) {
            happens();
        }
        clock.pass(LONG_AGO);
        retaining.endTerms();
    }

    @Test
    void a_checkpoint_that_says_another_number_or_hash_is_named() {
        for (var lie : new String[] {
            "array['event:5', about[2]]",
            "array[about[1], 'hash:' || repeat('0', 64)]",
            "array['event:x', about[2]]",
            "array[about[1]]",
            "array['event:99', about[2]]"
        }) {
            superuser.does("create table kept as select * from audit_event");
            superuser.does("update audit_event set about = %s where number = 7".formatted(lie));

            assertThat(verdict())
                    .describedAs(lie)
                    .isInstanceOfSatisfying(
                            Broken.class,
                            broken -> assertThat(broken.fault())
                                    .isIn(Fault.CHECKPOINT_FALSE, Fault.MISSING, Fault.ALTERED));

            superuser.does("delete from audit_event");
            superuser.does("insert into audit_event select * from kept");
            superuser.does("drop table kept");
        }
    }

    @Test
    void events_that_were_taken_out_right_after_those_of_the_term_are_named() {
        superuser.does("delete from audit_event where number <= 9");
        assertThat(verdict()).isEqualTo(new Broken(Fault.MISSING, 1, 9, null));
    }
}
