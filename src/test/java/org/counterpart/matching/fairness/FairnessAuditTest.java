// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.counterpart.enrolment.Role;
import org.counterpart.matching.fairness.Finding.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FairnessAuditTest {
    private static final Across NO_PAIRS = new Across(0, 0, 0, 0);

    @Test
    void a_department_left_out_as_a_whole_is_found() {
        var people = people("Legal", 10, 10);
        people.addAll(people("Sales", 40, 0));

        var rows = byDepartment(people).rows();

        assertThat(rows).extracting(Row::groups).containsExactly(List.of("Legal"), List.of("Sales"));
        assertThat(rows).extracting(FairnessAuditTest::verdict).containsExactly(Verdict.MORE, Verdict.LESS);
        assertThat(rows.getFirst().leftOut()).isEqualTo(new Rate(10, 10));
        assertThat(rows.get(1).ratio()).isNull();
    }

    @Test
    void one_more_of_ten_left_out_is_what_chance_explains() {
        var people = people("Legal", 10, 3);
        people.addAll(people("Sales", 40, 8));

        assertThat(byDepartment(people).rows())
                .extracting(FairnessAuditTest::verdict)
                .containsOnly(Verdict.NO_DIFFERENCE);
    }

    @Test
    void a_department_that_gains_less_is_found() {
        var people = new ArrayList<Participant>();
        for (int i = 0; i < 30; i++) {
            people.add(person(Role.MENTOR, "Legal", 5 + i % 3, false));
            people.add(person(Role.MENTOR, "Sales", 20 + i % 5, false));
        }

        var legal = byDepartment(people).rows().getFirst();

        assertThat(legal.points()).isEqualTo(new Middle(6, 5, 7));
        assertThat(legal.pointsFinding()).extracting(Finding::verdict).isEqualTo(Verdict.LESS);
        assertThat(verdict(legal)).isEqualTo(Verdict.NO_DIFFERENCE);
    }

    @Test
    void groups_that_are_too_small_stand_together_and_take_the_next_along_where_they_must() {
        var people = people("Legal", 3, 1);
        people.addAll(people("Sales", 9, 1));
        people.addAll(people("Care", 20, 1));

        assertThat(byDepartment(people).rows())
                .extracting(Row::groups)
                .containsExactly(List.of("Care"), List.of("Legal", "Sales"));
    }

    @Test
    void a_few_people_are_too_few_to_say_anything() {
        assertThat(byDepartment(people("Legal", 7, 3)).rows()).isEmpty();
    }

    @Test
    void one_department_has_nothing_to_be_compared_with() {
        var legal = byDepartment(people("Legal", 30, 3));

        assertThat(legal.all()).isEqualTo(new Rate(3, 30));
        assertThat(legal.groups()).isEqualTo(1);
        assertThat(legal.rows()).isEmpty();
    }

    @Test
    void mentors_are_not_compared_with_mentees() {
        var people = new ArrayList<Participant>();
        for (int i = 0; i < 20; i++) {
            people.add(person(Role.MENTOR, "Legal", null, false));
            people.add(person(Role.MENTEE, "Sales", 10, false));
        }

        var audit = FairnessAudit.of(people, NO_PAIRS, null);

        assertThat(audit.comparisons()).isZero();
        assertThat(audit.breakdowns())
                .extracting(Breakdown::population)
                .containsExactly(Population.MENTOR, Population.MENTEE);
    }

    @Test
    void people_who_waited_are_seen_apart_whatever_their_role() {
        var people = people("Sales", 20, 0);
        for (int i = 0; i < 8; i++) {
            people.add(person(i % 2 == 0 ? Role.MENTOR : Role.MENTEE, "Legal", i < 6 ? null : 3, true));
            people.add(person(Role.EITHER, "Sales", 3, true));
        }

        var waited = FairnessAudit.of(people, NO_PAIRS, null)
                .of(Population.WAITED)
                .findFirst()
                .orElseThrow();

        assertThat(waited.all()).isEqualTo(new Rate(6, 16));
        assertThat(waited.rows().getFirst().points()).isNull();
    }

    @Test
    void an_attribute_that_nobody_has_is_named_and_not_compared() {
        var audit = FairnessAudit.of(people("Legal", 30, 3), NO_PAIRS, null);

        assertThat(audit.notGiven())
                .containsExactlyInAnyOrder(Attribute.LEVEL, Attribute.SITE, Attribute.CONTRACT, Attribute.BEFORE);
        assertThat(audit.breakdowns()).extracting(Breakdown::attribute).containsOnly(Attribute.DEPARTMENT);
    }

    @Test
    void where_nothing_differs_a_difference_is_called_in_one_audit_of_twenty_at_most() {
        int called = 0;
        for (int seed = 0; seed < 400; seed++) {
            var random = new Random(seed);
            var people = new ArrayList<Participant>();
            for (int i = 0; i < 150; i++) {
                people.add(person(
                        Role.MENTOR,
                        "D" + random.nextInt(6),
                        random.nextInt(4) == 0 ? null : random.nextInt(40),
                        false));
            }
            called += FairnessAudit.of(people, NO_PAIRS, null).differences() > 0 ? 1 : 0;
        }

        assertThat(called).isLessThanOrEqualTo(20);
    }

    @Property(tries = 500)
    void nothing_in_any_table_is_about_fewer_people_than_is_said(@ForAll long seed) {
        var random = new Random(seed);
        var people = new ArrayList<Participant>();
        for (int group = random.nextInt(9); group >= 0; group--) {
            people.addAll(people("D" + group, 1 + random.nextInt(random.nextBoolean() ? 4 : 30), 0));
        }

        for (var breakdown : FairnessAudit.of(people, NO_PAIRS, null).breakdowns()) {
            var sizes = breakdown.rows().stream().map(row -> row.leftOut().of()).toList();
            assertThat(sizes).allMatch(size -> size >= FairnessAudit.SMALLEST);
            assertThat(sizes.isEmpty() || sizes.stream().mapToInt(size -> size).sum() == people.size())
                    .isTrue();
        }
    }

    @Property(tries = 100)
    void the_order_of_people_changes_nothing(@ForAll long seed) {
        var random = new Random(seed);
        var people = new ArrayList<Participant>();
        for (int group = 0; group < 5; group++) {
            people.addAll(people("D" + group, 1 + random.nextInt(30), 1));
        }
        var before = FairnessAudit.of(people, NO_PAIRS, null);
        Collections.shuffle(people, random);

        assertThat(FairnessAudit.of(people, NO_PAIRS, null)).isEqualTo(before);
    }

    private static Verdict verdict(Row row) {
        return row.leftOutFinding().verdict();
    }

    private static Breakdown byDepartment(List<Participant> people) {
        return FairnessAudit.of(people, NO_PAIRS, null).breakdowns().getFirst();
    }

    private static List<Participant> people(String department, int count, int leftOut) {
        var people = new ArrayList<Participant>();
        for (int i = 0; i < count; i++) {
            people.add(person(Role.MENTOR, department, i < leftOut ? null : 10, false));
        }
        return people;
    }

    private static Participant person(Role role, String department, @Nullable Integer points, boolean waited) {
        var groups = new HashMap<>(Map.of(Attribute.DEPARTMENT, department));
        return new Participant(role, groups, waited, points);
    }
}
