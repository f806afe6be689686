// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.counterpart.Application;
import org.counterpart.identity.Owners;
import org.counterpart.people.People;
import org.counterpart.people.Person;
import org.counterpart.postgres.Acting;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/// On a data folder of its own, as an owner leaves it behind after stopping the server.
class EraseCommandTest {
    private static Path folder = Path.of("");
    private static Path data = Path.of("");

    @BeforeAll
    static void an_installation_with_an_owner_and_two_people(@TempDir Path kept) {
        folder = kept;
        data = folder.resolve("data");
        var application = new SpringApplication(Application.class);
        application.setDefaultProperties(Map.of("server.port", 0, "counterpart.data", data.toString()));
        try (var program = application.run("--logging.level.org.counterpart=warn")) {
            var transaction = program.getBean(TransactionTemplate.class);
            Acting.system(() -> transaction.executeWithoutResult(_ -> {
                program.getBean(People.class).save(List.of(person("1", "Noor"), person("2", "Vera")));
                program.getBean(Owners.class).first("olga@x.example", "Olga", Instant.EPOCH);
            }));
        }
    }

    @Test
    void a_person_is_erased_once_and_a_dry_run_erases_nobody() throws Exception {
        var line = new CommandLineFixture(folder);

        assertThat(line.run("erase", "1", "--dry-run", "--data", data)).isZero();
        assertThat(line.out).contains("You, as your employer’s records name you: one entry.", "Nothing was changed.");

        assertThat(line.run("erase", "NOOR@x.example", "--json", "--data", data))
                .isZero();
        var answer = JsonMapper.builder().build().readTree(line.out);
        assertThat(answer.path("erased").asBoolean()).isTrue();
        assertThat(answer.path("standIn").asString()).startsWith("left-");
        assertThat(answer.path("tables").path("person").path("rows").asInt()).isEqualTo(1);

        assertThat(line.run("erase", "1", "--data", data)).isEqualTo(Main.BAD_INPUT);
        assertThat(line.err).contains("PERSON \"1\": must be an id in the roster or a mail address");
    }

    @Test
    void whoever_runs_the_programmes_is_not_erased() {
        var line = new CommandLineFixture(folder);

        assertThat(line.run("erase", "olga@x.example", "--data", data)).isEqualTo(Main.NO);
        assertThat(line.err).contains("holds a duty");
    }

    @Test
    void a_folder_that_is_not_there_is_refused_and_not_made() {
        var line = new CommandLineFixture(folder);

        assertThat(line.run("erase", "1", "--data", folder.resolve("typo"))).isEqualTo(Main.BAD_INPUT);
        assertThat(line.err).contains("typo\": is no folder");
        assertThat(Files.exists(folder.resolve("typo"))).isFalse();
    }

    private static Person person(String id, String name) {
        return new Person(
                id, name, name.toLowerCase(Locale.ROOT) + "@x.example", 1, null, null, null, null, Set.of(), null);
    }
}
