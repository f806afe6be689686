// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.SettableClock;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.SignUps;
import org.counterpart.matching.FairnessAudits;
import org.counterpart.matching.MatchRun;
import org.counterpart.matching.ProposingPairs;
import org.counterpart.matching.ProposingPairs.Proposed;
import org.counterpart.matching.PublishingRun;
import org.counterpart.matching.fairness.FairnessAudit;
import org.counterpart.matching.fairness.Population;
import org.counterpart.matching.fairness.Rate;
import org.counterpart.matching.fairness.Repeat;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@CounterpartTest
class FairnessTest {
    private static final String HOSTILE = "<script>alert('Legal & \"Co\"')</script>";

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private Programmes programmes;

    @Autowired
    private People people;

    @Autowired
    private SignUps signUps;

    @Autowired
    private ProposingPairs proposing;

    @Autowired
    private PublishingRun publishing;

    @Autowired
    private FairnessAudits audits;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void six_people_are_too_few_and_the_page_says_so() {
        var programme = Season.begin(programmes, people, signUps);
        var page = page(programme, run(programme));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.says("Too small to say: no two groups are large enough to compare."))
                .isTrue();
        assertThat(page.says("Age, gender, ethnicity")).isTrue();
        assertThat(page.says("Signed up as mentor")).isTrue();
        assertThat(page.says("Department of amira")).isFalse();
    }

    @Test
    void a_department_without_a_language_in_common_is_found_and_its_name_is_only_text() {
        var programme = programme(12, "tlh");
        var page = page(programme, run(programme));

        assertThat(page.says("Left out more often than chance explains.")).isTrue();
        assertThat(page.says("Agency")).isTrue();
        assertThat(page.response().body()).contains("&lt;script&gt;").doesNotContain("<script");
    }

    @Test
    void the_matching_leads_to_the_audit_of_the_run_it_shows() {
        var programme = programme(12, "en");
        var run = run(programme);

        var owner = doors.owner(port);
        var link = "/programmes/%s/matching/runs/%s/fairness".formatted(programme, run.id());
        assertThat(owner.open("/programmes/" + programme + "/matching")
                        .response()
                        .body())
                .contains(link);
        assertThat(owner.open(link).text()).contains("No difference that chance would not explain");
    }

    @Test
    void a_run_made_before_there_were_audits_says_so() {
        var programme = Season.begin(programmes, people, signUps);
        var run = run(programme);
        jdbc.sql("delete from fairness_audit").update();

        assertThat(page(programme, run).says("This run has no fairness audit")).isTrue();
    }

    @Test
    void no_run_of_another_programme_is_shown() {
        var run = run(Season.begin(programmes, people, signUps));
        var other = new Programme(UUID.randomUUID(), "Autumn", 6, SettableClock.START);
        programmes.start(other);

        assertThat(page(other.id(), run).status()).isEqualTo(404);
    }

    @Test
    void who_was_asked_in_any_programme_counts_as_asked_and_who_was_left_out_as_waiting() {
        var first = programme(12, "tlh");
        publish(first);
        var again = audit(run(first));
        var second = programme(12, "en");
        var elsewhere = audit(run(second));

        assertThat(again.repeat()).isEqualTo(new Repeat(0, 0));
        assertThat(again.of(Population.WAITED).findFirst().orElseThrow().all()).isEqualTo(new Rate(24, 24));
        assertThat(elsewhere.repeat()).isEqualTo(new Repeat(48, 24));
        assertThat(elsewhere.of(Population.WAITED)).isEmpty();
    }

    /// Mentors of two departments and as many mentees; half of both speak another language, unless it is English.
    private UUID programme(int size, String language) {
        var programme = new Programme(UUID.randomUUID(), "Spring", 6, SettableClock.START);
        var everyone = new ArrayList<Person>();
        var answers = new ArrayList<SignUp>();
        for (int i = 0; i < 2 * size; i++) {
            boolean here = i < size;
            everyone.add(person("m" + i, 2, here ? HOSTILE : "Sales", here ? language : "en"));
            everyone.add(person("l" + i, 7, "Board", "en"));
            answers.add(Season.signUp("m" + i, Role.MENTOR, "Charts", "Budgets", Set.of()));
            if (!here || language.equals("en")) {
                answers.add(Season.signUp("l" + i, Role.MENTEE, "Budgets", "Charts", Set.of()));
            }
        }
        for (int i = 0; i < (language.equals("en") ? 0 : size); i++) {
            everyone.add(person("x" + i, 7, "Board", "fr"));
            answers.add(Season.signUp("x" + i, Role.MENTEE, "Budgets", "Charts", Set.of()));
        }
        programmes.start(programme);
        people.save(everyone);
        signUps.save(programme.id(), answers);
        return programme.id();
    }

    private static Person person(String id, int level, String department, String language) {
        return new Person(
                id,
                id,
                null,
                level,
                department,
                null,
                null,
                null,
                Set.of(language),
                null,
                department.equals("Sales") ? "Permanent" : "Agency");
    }

    private void publish(UUID programme) {
        assertThat(publishing.publish(programme, run(programme).id(), "", Season.OWNER))
                .isEqualTo(new PublishingRun.Published(12));
    }

    private FairnessAudit audit(MatchRun run) {
        return audits.of(run.id()).orElseThrow();
    }

    private MatchRun run(UUID programme) {
        return ((Proposed) proposing.run(programme, "", Season.OWNER)).run();
    }

    private Reader.Page page(UUID programme, MatchRun run) {
        return doors.owner(port).open("/programmes/%s/matching/runs/%s/fairness".formatted(programme, run.id()));
    }
}
