// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.counterpart.enrolment.OpenCall;
import org.counterpart.evidence.Asvs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What somebody typed and did not hand in yet.
class DraftTest extends ApplyingScene {
    @Test
    void a_draft_waits_on_any_device_and_signs_nobody_up() {
        save(open("bo"), "version", "0", "role", "MENTOR", "what0", "Maps");

        var elsewhere = open("bo").open(path);

        assertThat(elsewhere.text()).contains("value=\"Maps\"").contains("not handed in yet");
        assertThat(signUps.count(programme)).isZero();
        assertThat(mails()).isEmpty();
    }

    @Test
    void what_another_device_saved_is_not_overwritten_unseen() {
        var phone = open("bo");
        var desk = open("bo");
        save(phone, "version", "0", "what0", "Maps");

        var page = save(desk, "version", "0", "what0", "Charts");

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.text()).contains("on another device", "value=\"Charts\"", "name=\"version\" value=\"1\"");
        assertThat(open("bo").open(path).text()).contains("value=\"Maps\"");
        assertThat(save(desk, "version", "1", "what0", "Charts").status()).isEqualTo(200);
    }

    @Test
    void a_draft_can_be_removed_and_what_is_handed_in_only_once_it_is_withdrawn() {
        apply("dana", OpenCall.mentee());
        var dana = open("dana");
        dana.open(path);
        dana.press(path + "/removal");
        assertThat(rows()).isEqualTo(1);

        dana.press(path + "/withdrawal");
        dana.press(path + "/removal");

        assertThat(rows()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "capacity,0,from 1 to 20",
        "capacity,21,from 1 to 20",
        "capacity,-1,from 1 to 20",
        "commitments,201,from 0 to 200",
        "languages,Klingonese,is no language",
        "otherHours,whenever,is not understood",
        "avoid,Dana Smith,is no whole address",
        "avoid,amira@x.example,your own address",
        "prefer,a@x.example;b@x.example;c@x.example;d@x.example;e@x.example;f@x.example,Up to 5; here are 6"
    })
    void what_cannot_be_kept_is_refused_at_its_field_with_what_is_allowed(String field, String value, String allowed) {
        var page = save(open("amira"), "version", "0", "what0", "Maps", field, value);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.says(allowed)).isTrue();
        assertThat(page.text()).contains(value, "value=\"Maps\"", "id=\"%s-fault\"".formatted(field));
        assertThat(rows()).isZero();
    }

    @Test
    @Asvs("2.2.2")
    void ten_thousand_characters_are_refused_with_their_number_and_stay_in_the_form() {
        var long_ = "ab ".repeat(3_333) + "c";

        var page = save(open("amira"), "version", "0", "what0", "Maps", "kind0", "KNOW", "evidence0", long_);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("Up to 1000 characters; here are 10000.", long_);
        assertThat(rows()).isZero();
    }

    @Test
    void nobody_but_its_author_reads_a_draft() {
        save(open("bo"), "version", "0", "what0", "Canary of a draft");
        apply("dana", OpenCall.mentee());
        var owner = doors.owner(port);

        for (var page :
                List.of(path, "/programmes/" + programme + "/import", "/programmes/" + programme + "/matching")) {
            assertThat(owner.open(page).text())
                    .describedAs(page)
                    .doesNotContain("Canary", "At the fair I nodded", "ghost@x.example");
            assertThat(open("amira").open(page).text())
                    .describedAs(page)
                    .doesNotContain("Canary", "At the fair I nodded", "ghost@x.example");
        }
    }

    @Test
    void the_page_answers_alike_whether_an_address_is_anybodys_or_not() {
        var known = apply("dana", OpenCall.mentee()).text();
        var fields = OpenCall.mentee();
        fields[fields.length - 3] = "ghost1@x.example\nghost2@x.example";
        fields[fields.length - 1] = "ghost3@x.example";
        var unknown = apply("finn", fields).text();

        assertThat(known.replaceAll("name=\"_csrf\"[^>]*>|[a-zA-Z0-9]+@x.example|[\\w.-]*(Dana|Finn)[\\w.-]*", "·"))
                .isEqualTo(unknown.replaceAll(
                        "name=\"_csrf\"[^>]*>|[a-zA-Z0-9]+@x.example|[\\w.-]*(Dana|Finn)[\\w.-]*", "·"));
    }
}
