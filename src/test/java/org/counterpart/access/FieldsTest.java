// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipInputStream;
import org.counterpart.CounterpartTest;
import org.counterpart.Crawl;
import org.counterpart.Superuser;
import org.counterpart.evidence.Asvs;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/// Which facts about somebody stand on all that others can open.
@CounterpartTest
class FieldsTest {
    private static final List<String> FACTS =
            List.of("department", "site", "contract", "goals", "offer", "want", "language");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Superuser superuser;

    @Test
    @Asvs({"14.2.6", "15.3.1"})
    void of_somebody_who_was_asked_the_other_one_reads_where_they_work_and_nobody_else_anything() throws IOException {
        var house = new House(port, application);
        superuser.does("""
                update person set department = 'mark-department', site = 'mark-site', contract = 'mark-contract', \
                languages = '{mark-language}' where id = 'dana'""");
        superuser.does("""
                update sign_up set offers = '{mark-offer}', wants = '{mark-want}', goals = 'mark-goals' \
                where person_id = 'dana'""");
        var read = new TreeMap<String, Set<String>>();
        for (var who : House.visitors().keySet()) {
            if (!who.equals("owner") && !who.equals("mentee")) {
                var marks = new TreeSet<String>();
                var visitor = house.visitor(who);
                assertThat(who.equals(House.STRANGER)
                                || visitor.open("/pairs").path().equals("/pairs"))
                        .describedAs(who)
                        .isTrue();
                for (var seen : Crawl.of(visitor, List.of("/", house.here("/calls/{id}")), 4)) {
                    FACTS.stream()
                            .filter(fact -> seen.page().says("mark-" + fact))
                            .forEach(marks::add);
                }
                read.put(who, marks);
            }
        }

        assertThat(read.remove("mentor")).containsExactlyInAnyOrder("department", "site");
        assertThat(read.values()).hasSize(11).allMatch(Set::isEmpty);
        var dana = house.visitor("mentee");
        assertThat(dana.open("/pairs").path()).isEqualTo("/pairs");
        assertThat(unpacked(dana.download("/privacy/export").body()))
                .contains("mark-department", "mark-contract", "mark-goals", "mark-offer", "mark-want", "mark-language");
    }

    private static String unpacked(byte[] zip) throws IOException {
        var all = new StringBuilder();
        try (var files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (files.getNextEntry() != null) {
                all.append(new String(files.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
