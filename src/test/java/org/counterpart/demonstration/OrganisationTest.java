// SPDX-License-Identifier: Apache-2.0
package org.counterpart.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.signup.SignUpFile;
import org.counterpart.matching.Call;
import org.counterpart.matching.LeftOut;
import org.counterpart.matching.Matching;
import org.counterpart.matching.Matching.Matched;
import org.counterpart.matching.PairKey;
import org.counterpart.matching.Rules;
import org.counterpart.matching.Seed;
import org.counterpart.matching.Wishes;
import org.counterpart.matching.solver.Progress;
import org.counterpart.people.Person;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OrganisationTest {
    private static final Organisation COMPANY = Organisation.from(2026);

    @Test
    void the_company_has_the_size_and_spread_that_it_promises() {
        var people = COMPANY.people();

        assertThat(people).hasSize(1_200);
        assertThat(distinct(people, Person::id)).hasSize(1_200);
        assertThat(distinct(people, Person::email)).hasSize(1_200);
        assertThat(distinct(people, Person::department)).hasSize(12);
        assertThat(distinct(people, Person::level)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(distinct(people, Person::site)).hasSize(6);
        assertThat(distinct(people, Person::country)).hasSize(4);
        assertThat(distinct(people, Person::timezone)).hasSize(3);
    }

    @Test
    void names_come_with_apostrophes_hyphens_other_scripts_and_alone() {
        var names = COMPANY.people().stream().map(Person::name).toList();

        assertThat(names).anyMatch(name -> name.contains("’")).anyMatch(name -> name.contains("'"));
        assertThat(names).anyMatch(name -> name.contains("-")).anyMatch(name -> !name.contains(" "));
        assertThat(names)
                .anyMatch(name -> name.codePoints().anyMatch(Character::isIdeographic))
                .anyMatch(name -> name.codePoints()
                        .anyMatch(each -> Character.UnicodeScript.of(each) == Character.UnicodeScript.CYRILLIC));
    }

    @Test
    void every_line_of_management_ends_at_the_one_person_at_the_top() {
        var byId = byId(COMPANY.people());

        assertThat(COMPANY.people().stream().filter(each -> each.managerId() == null))
                .hasSize(1);
        for (var person : COMPANY.people()) {
            if (person.managerId() != null) {
                var manager = Objects.requireNonNull(byId.get(person.managerId()));
                assertThat(manager.level()).isGreaterThan(Objects.requireNonNull(person.level()));
            }
        }
    }

    @Test
    void the_call_expected_twenty_and_drew_sixty_three() {
        var roles = COMPANY.signUps().stream().collect(Collectors.groupingBy(SignUp::role, Collectors.counting()));

        assertThat(COMPANY.signUps()).hasSize(63);
        assertThat(roles)
                .containsEntry(Role.MENTOR, 29L)
                .containsEntry(Role.EITHER, 5L)
                .containsEntry(Role.MENTEE, 29L);
    }

    @Test
    void the_same_seed_makes_the_same_company() {
        assertThat(Organisation.from(2026)).isEqualTo(COMPANY);
        assertThat(Organisation.from(2027)).isNotEqualTo(COMPANY);
    }

    @Test
    void its_file_reads_back_as_it_was_written() {
        var file = PeopleCsv.of(COMPANY).getBytes(StandardCharsets.UTF_8);

        var read = (SignUpFile.Read) SignUpFile.read("people.csv", file, Set.of());

        assertThat(read.warnings()).isEmpty();
        assertThat(read.people().values()).containsExactlyElementsOf(COMPANY.people());
        assertThat(read.signUps()).containsExactlyInAnyOrderElementsOf(COMPANY.signUps());
    }

    @Test
    void a_mentor_and_their_own_head_would_be_a_pair_if_the_rule_did_not_protect_them() {
        var trapped = new PairKey(
                COMPANY.signUps().get(0).personId(), COMPANY.signUps().get(1).personId());

        assertThat(pairs(COMPANY.people())).doesNotContain(trapped);
        assertThat(pairs(COMPANY.people().stream()
                        .map(person -> person.id().equals(trapped.mentor()) ? withoutManager(person) : person)
                        .toList()))
                .contains(trapped);
    }

    @Test
    void one_person_has_nobody_to_be_paired_with_and_is_told_so() {
        var lonely = COMPANY.signUps().get(2).personId();

        assertThat(match(COMPANY.people()).leftOut())
                .filteredOn(each -> each.personId().equals(lonely))
                .extracting(LeftOut::why)
                .hasOnlyElementsOfType(LeftOut.NoCounterpart.class)
                .hasSize(1);
    }

    private static Set<PairKey> pairs(List<Person> people) {
        var matched = match(people);
        var pairs = new HashSet<PairKey>();
        for (int pair : matched.certified().edges()) {
            pairs.add(new PairKey(
                    matched.call().person(matched.candidates().mentor(pair)).id(),
                    matched.call().person(matched.candidates().mentee(pair)).id()));
        }
        return pairs;
    }

    private static Matched match(List<Person> people) {
        var call = Call.of(byId(people), COMPANY.signUps(), Seed.STANDARD);
        return (Matched) Matching.match(call, Rules.standard(), Wishes.NONE, Progress.SILENT);
    }

    private static Person withoutManager(Person person) {
        return new Person(
                person.id(),
                person.name(),
                person.email(),
                person.level(),
                person.department(),
                person.site(),
                person.country(),
                person.timezone(),
                person.languages(),
                null,
                person.contract());
    }

    private static Map<String, Person> byId(List<Person> people) {
        return people.stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    private static Set<Object> distinct(List<Person> people, Function<Person, @Nullable Object> fact) {
        return people.stream()
                .map(person -> Objects.requireNonNull(fact.apply(person)))
                .collect(Collectors.toSet());
    }
}
