// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.counterpart.enrolment.SignUp;
import org.counterpart.matching.Matching.Matched;
import org.counterpart.matching.fairness.Influence;
import org.counterpart.matching.fairness.Influence.Effect;
import org.counterpart.matching.files.ResultFolder;
import org.counterpart.matching.solver.Progress;
import org.counterpart.people.Person;

/// The counterfactual tests of the fairness audit: what it says cannot change an outcome does not, and what it says
/// can does.
class InfluenceProperties {
    @Example
    void every_fact_that_a_matching_starts_from_is_on_the_list() {
        var facts = Stream.of(Person.class, SignUp.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(RecordComponent::getName)
                .filter(name -> !name.equals("personId"))
                .map(name -> name.replaceAll("([A-Z])", "_$1").toUpperCase(java.util.Locale.ROOT));

        assertThat(facts)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Influence.values()).map(Enum::name).toList());
    }

    @Property(tries = 200)
    void what_can_never_change_who_is_paired_does_not(@ForAll long seed) {
        changesNothing(RandomOrganisation.of(new Random(seed)), Rules.standard(), seed);
    }

    @Property(tries = 50)
    void nor_does_it_where_there_are_quotas(@ForAll long seed) {
        var quotas = List.of(
                new Quota(Quota.Kind.ACROSS_SITES, "", Quota.Whose.PEOPLE, 50, Strength.PREFERRED),
                new Quota(Quota.Kind.DEPARTMENT, "D1", Quota.Whose.MENTORS, 2, Strength.PREFERRED));
        changesNothing(RandomOrganisation.of(new Random(seed)), Rules.standard().keeping(quotas), seed);
    }

    @Property(tries = 100)
    void mail_country_contract_goals_and_places_in_the_file_change_no_byte(@ForAll long seed) {
        var organisation = RandomOrganisation.of(new Random(seed));
        var changed = organisation;
        for (var fact : List.of(Influence.EMAIL, Influence.COUNTRY, Influence.CONTRACT, Influence.GOALS)) {
            changed = Changed.by(fact, changed, new Random(~seed));
        }

        assertThat(file(shuffled(changed, new Random(~seed)))).isEqualTo(file(organisation));
    }

    @Property(tries = 200)
    void which_department_or_site_it_is_and_how_high_a_level_does_not_count(@ForAll long seed) {
        var organisation = RandomOrganisation.of(new Random(seed));
        var people = new LinkedHashMap<String, Person>();
        organisation.people().forEach((id, person) -> people.put(id, relabelled(person)));

        assertThat(pairs(new RandomOrganisation(people, organisation.signUps())))
                .isEqualTo(pairs(organisation));
    }

    @Example
    void whatever_can_change_who_is_paired_does_so_somewhere() {
        for (var fact : Influence.values()) {
            if (fact.effect() == Effect.DECIDES) {
                assertThat(changesSomewhere(fact)).describedAs(fact.name()).isTrue();
            }
        }
    }

    private static void changesNothing(RandomOrganisation organisation, Rules rules, long seed) {
        var pairs = pairs(organisation, rules);
        for (var fact : Influence.values()) {
            if (fact.effect() == Effect.NEVER) {
                assertThat(pairs(Changed.by(fact, organisation, new Random(~seed)), rules))
                        .describedAs(fact.name())
                        .isEqualTo(pairs);
            }
        }
    }

    private static boolean changesSomewhere(Influence fact) {
        for (long seed = 0; seed < 300; seed++) {
            var organisation = RandomOrganisation.of(new Random(seed));
            if (!pairs(Changed.by(fact, organisation, new Random(~seed))).equals(pairs(organisation))) {
                return true;
            }
        }
        return false;
    }

    private static Person relabelled(Person person) {
        return new Person(
                person.id(),
                person.name(),
                person.email(),
                person.level() == null ? null : person.level() + 3,
                person.department() == null ? null : new StringBuilder(person.department()).reverse() + " GmbH",
                "Site " + person.site(),
                person.country(),
                person.timezone(),
                person.languages(),
                person.managerId(),
                person.contract());
    }

    private static RandomOrganisation shuffled(RandomOrganisation organisation, Random random) {
        var ids = new ArrayList<>(organisation.people().keySet());
        Collections.shuffle(ids, random);
        var people = new LinkedHashMap<String, Person>();
        ids.forEach(id -> people.put(
                id, java.util.Objects.requireNonNull(organisation.people().get(id))));
        var signUps = new ArrayList<>(organisation.signUps());
        Collections.shuffle(signUps, random);
        return new RandomOrganisation(people, signUps);
    }

    private static List<PairKey> pairs(RandomOrganisation organisation) {
        return pairs(organisation, Rules.standard());
    }

    private static List<PairKey> pairs(RandomOrganisation organisation, Rules rules) {
        return match(organisation, rules) instanceof Matched matched
                ? Arrays.stream(matched.certified().edges())
                        .mapToObj(matched.candidates()::pair)
                        .toList()
                : List.of();
    }

    private static String file(RandomOrganisation organisation) {
        var matched = (Matched) match(organisation, Rules.standard());
        var told = new Telling((key, arguments) -> key + Arrays.toString(arguments)).told(matched, Earlier.NOTHING);
        var files = ResultFolder.files(matched.certified(), told, "seed", ResultFolder.Edges.WRITTEN);
        return new String(java.util.Objects.requireNonNull(files.get("pairs.csv")), StandardCharsets.UTF_8);
    }

    private static Matching.Answer match(RandomOrganisation organisation, Rules rules) {
        var call = Call.of(organisation.people(), organisation.signUps(), Seed.STANDARD);
        return Matching.match(call, rules, Wishes.NONE, Progress.SILENT);
    }
}
