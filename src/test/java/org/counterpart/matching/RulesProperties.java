// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.counterpart.matching.Matching.Matched;
import org.counterpart.matching.solver.Progress;
import org.counterpart.people.Person;

class RulesProperties {
    @Property(tries = 300)
    void no_pair_of_any_organisation_breaks_a_required_rule(@ForAll long seed) {
        var organisation = RandomOrganisation.of(new Random(seed));
        var call = Call.of(organisation.people(), organisation.signUps(), new Seed("s" + seed));

        var matched = (Matched) Matching.match(call, Rules.standard(), Wishes.NONE, Progress.SILENT);

        for (int pair : matched.certified().edges()) {
            var mentor = call.person(matched.candidates().mentor(pair));
            var mentee = call.person(matched.candidates().mentee(pair));
            assertThat(above(mentor, organisation)).doesNotContain(mentee.id());
            assertThat(above(mentee, organisation)).doesNotContain(mentor.id());
            assertThat(organisation.avoid(mentor.id())).doesNotContain(mentee.id());
            assertThat(organisation.avoid(mentee.id())).doesNotContain(mentor.id());
            if (!matched.notJudged().contains(Rule.LEVEL_GAP)) {
                assertThat(mentee.level()).isNotNull().isGreaterThan(mentor.level());
            }
            if (!matched.notJudged().contains(Rule.SHARED_LANGUAGE)) {
                var common = new HashSet<>(mentor.languages());
                common.retainAll(mentee.languages());
                assertThat(common).isNotEmpty();
            }
        }
    }

    @Property(tries = 300)
    void names_mail_addresses_and_countries_change_no_pair(@ForAll long seed) {
        var organisation = RandomOrganisation.of(new Random(seed));
        var renamed = new HashMap<String, Person>();
        organisation
                .people()
                .forEach((id, person) -> renamed.put(
                        id,
                        new Person(
                                id,
                                new StringBuilder(person.name()).reverse().toString(),
                                "somebody-" + seed + "-" + id + "@elsewhere.example",
                                person.level(),
                                person.department(),
                                person.site(),
                                "Elsewhere",
                                person.timezone(),
                                person.languages(),
                                person.managerId())));

        assertThat(pairs(organisation.people(), organisation)).isEqualTo(pairs(renamed, organisation));
    }

    @Property(tries = 300)
    void nobody_blocks_the_stable_matching(@ForAll long seed) {
        var organisation = RandomOrganisation.of(new Random(seed));
        var best = matched(organisation.people(), organisation);
        var sides = new Stability.Sides(best.call(), best.candidates(), best.certified());
        var rules = new Rules(Map.of(), 1, 300, Aim.STABLE);
        var stable = (Matched) Matching.match(best.call(), rules, Wishes.NONE, rules.priorities(), Progress.SILENT);

        assertThat(sides.blocking(sides.acceptDeferred())).isZero();
        assertThat(sides.blocking(stable.certified().edges())).isZero();
        assertThat(Stability.of(stable).blocking()).isZero();
        assertThat(stable.leftOut()).allMatch(each -> !(each.why() instanceof LeftOut.TooFewPlaces));
    }

    private static Matched matched(Map<String, Person> people, RandomOrganisation organisation) {
        var call = Call.of(people, organisation.signUps(), Seed.STANDARD);
        return (Matched) Matching.match(call, Rules.standard(), Wishes.NONE, Progress.SILENT);
    }

    private static List<PairKey> pairs(Map<String, Person> people, RandomOrganisation organisation) {
        var matched = matched(people, organisation);
        return Arrays.stream(matched.certified().edges())
                .mapToObj(matched.candidates()::pair)
                .toList();
    }

    @Property(tries = 300)
    void everyone_is_in_a_pair_or_left_out_with_a_reason_and_nobody_is_both(@ForAll long seed) {
        var organisation = RandomOrganisation.of(new Random(seed));
        var call = Call.of(organisation.people(), organisation.signUps(), Seed.STANDARD);

        var matched = (Matched) Matching.match(call, Rules.standard(), Wishes.NONE, Progress.SILENT);

        var mentors = new HashSet<String>();
        var mentees = new HashSet<String>();
        for (int pair : matched.certified().edges()) {
            mentors.add(call.person(matched.candidates().mentor(pair)).id());
            mentees.add(call.person(matched.candidates().mentee(pair)).id());
        }
        assertThat(mentors).noneMatch(mentees::contains);
        mentors.addAll(mentees);
        matched.leftOut()
                .forEach(each -> assertThat(mentors.add(each.personId())).isTrue());
        assertThat(mentors).hasSize(call.size());
    }

    private static Set<String> above(Person person, RandomOrganisation organisation) {
        var above = new HashSet<String>();
        var next = person.managerId();
        while (next != null && above.add(next)) {
            next = organisation.people().get(next) instanceof Person manager ? manager.managerId() : null;
        }
        return above;
    }
}
