// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.matching.Evidence.Closeness;
import org.counterpart.matching.Evidence.MentorTeaches;
import org.counterpart.people.Person;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    @Test
    void an_offer_in_other_words_is_quoted_with_its_topic_and_the_want_is_not() {
        assertThat(Kept.text(evidence("Tabellenkalkulation", "Getting better at Excel")))
                .contains("Tabellenkalkulation", "FULL", "\"topic\":\"spreadsheets\"")
                .doesNotContain("Excel");
    }

    @Test
    void an_offer_in_the_same_words_needs_no_topic() {
        assertThat(evidence("Spreadsheets", "spreadsheets"))
                .contains(new MentorTeaches("Spreadsheets", Closeness.FULL, null));
    }

    @Test
    void that_somebody_asked_for_a_private_topic_is_never_evidence() {
        assertThat(evidence("Burnout prevention", "Burnout")).noneMatch(MentorTeaches.class::isInstance);
    }

    @Test
    void evidence_kept_before_topics_were_told_can_still_be_read() {
        assertThat(Kept.evidence("[{\"kind\":\"MentorTeaches\",\"offer\":\"Excel\",\"closeness\":\"PART\"}]"))
                .containsExactly(new MentorTeaches("Excel", Closeness.PART, null));
    }

    private static List<Evidence> evidence(String offer, String want) {
        var signUps = List.of(
                signUp("ana", Role.MENTOR, List.of(offer), List.of()),
                signUp("xi", Role.MENTEE, List.of(), List.of(want)));
        var call = Call.of(Map.of("ana", person("ana", 1), "xi", person("xi", 5)), signUps, Seed.STANDARD);
        return Evidence.of(
                call, call.positions().getOrDefault("ana", -1), call.positions().getOrDefault("xi", -1));
    }

    private static SignUp signUp(String id, Role role, List<String> offers, List<String> wants) {
        return new SignUp(id, role, 1, offers, wants, null, List.of(), Set.of(), List.of());
    }

    private static Person person(String id, int level) {
        return new Person(id, id, null, level, "Legal", null, null, null, Set.of("en"), null);
    }
}
