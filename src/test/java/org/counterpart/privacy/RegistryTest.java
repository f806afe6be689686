// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.counterpart.CounterpartTest;
import org.counterpart.privacy.Rule.Fate;
import org.counterpart.privacy.Rule.Impersonal;
import org.counterpart.privacy.Rule.Personal;
import org.counterpart.web.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// The registry against the database as it is: nothing is kept undeclared, and nothing is declared that is not kept.
@CounterpartTest
class RegistryTest {
    private static final Subject NOBODY = new Subject(null, null, null, "Nobody");

    @Autowired
    private Registry registry;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void every_table_and_column_is_declared_once_and_exists() {
        var kept = new TreeSet<String>();
        catalogue
                .tables()
                .values()
                .forEach(table -> table.columns().keySet().forEach(column -> kept.add(table.name() + "." + column)));
        var declared = registry.declarations().stream()
                .flatMap(each -> each.columns().keySet().stream().map(column -> each.table() + "." + column))
                .toList();

        assertThat(declared)
                .describedAs("declared in privacy/<module>.yaml, against what the database keeps")
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(kept);
        assertThat(registry.declarations()).extracting(Declaration::table).doesNotHaveDuplicates();
    }

    @Test
    void every_column_that_leads_to_a_person_says_what_export_and_erasure_do() {
        var tables = catalogue.tables();
        for (var declaration : registry.declarations()) {
            declaration.columns().forEach((column, rule) -> {
                var place = declaration.table() + "." + column;
                boolean leads = requireNonNull(requireNonNull(tables.get(declaration.table()))
                                .columns()
                                .get(column))
                        .ofPerson();
                if (leads) {
                    assertThat(rule).describedAs(place).isInstanceOf(Personal.class);
                }
                if (rule instanceof Personal) {
                    assertThat(declaration.personal())
                            .describedAs("%s is personal, so its table needs “rows”", place)
                            .isTrue();
                } else {
                    assertThat(rule).isInstanceOf(Impersonal.class);
                }
                if (leads && rule instanceof Personal(boolean _, Fate fate) && !column.equals("manager_id")) {
                    assertThat(fate).describedAs(place).isIn(Fate.DELETED, Fate.RENAMED);
                }
            });
        }
    }

    @Test
    void rows_go_whole_or_not_at_all() {
        for (var declaration : registry.declarations()) {
            if (declaration.fate() == Fate.DELETED) {
                assertThat(declaration.columns().values())
                        .describedAs(declaration.table())
                        .allMatch(rule -> rule instanceof Personal(boolean _, Fate fate) && fate == Fate.DELETED);
            }
        }
    }

    @Test
    @Transactional
    void every_statement_of_the_registry_runs() {
        var nobody = new HashMap<String, Object>(NOBODY.parameters());
        nobody.putAll(Map.of("stand_in", "left", "someone", "Someone"));
        for (var declaration : registry.declarations()) {
            declaration
                    .exporting()
                    .ifPresent(query -> assertThat(
                                    jdbc.sql(query).params(nobody).query().listOfRows())
                            .describedAs(declaration.table())
                            .isEmpty());
            declaration
                    .erasing()
                    .forEach(statement -> assertThat(
                                    jdbc.sql(statement).params(nobody).update())
                            .describedAs(declaration.table())
                            .isNotPositive());
        }
    }

    @Test
    void what_is_declared_is_told_in_words() {
        var texts = new Texts(messages, Locale.ENGLISH);
        var tables = catalogue.tables();
        for (var declaration : registry.aboutPeople()) {
            assertThat(texts.say("privacy.table." + declaration.table())).isNotBlank();
            assertThat(texts.say("privacy.table." + declaration.table() + ".why"))
                    .isNotBlank();
            assertThat(texts.say(requireNonNull(tables.get(declaration.table()))
                            .comment()
                            .seenByKey()))
                    .isNotBlank();
            declaration
                    .exporting()
                    .ifPresent(query -> jdbc.sql(query)
                            .params(NOBODY.parameters())
                            .query(result -> {
                                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                                    assertThat(texts.say("privacy.field."
                                                    + result.getMetaData().getColumnLabel(i)))
                                            .isNotBlank();
                                }
                                return 0;
                            }));
        }
        for (var declaration : registry.declarations()) {
            assertThat(declaration.kept().in(texts)).isNotBlank();
        }
        for (var fate : Fate.values()) {
            assertThat(texts.say("privacy.fate." + fate)).isNotBlank();
        }
        for (var why : Erasing.Why.values()) {
            assertThat(texts.say("privacy.refused." + why)).isNotBlank();
        }
    }

    @Test
    void a_declaration_that_is_not_understood_says_where_and_what_is_allowed() {
        assertThatThrownBy(() -> read("mood:\n  kept: SOMETIMES\n"))
                .hasMessageContaining("moods.yaml, mood.kept: “SOMETIMES” must be one of [INSTALLATION, ");
        assertThatThrownBy(() -> read("mood:\n  kept: {term: a year, after: RUN, then: []}\n"))
                .hasMessageContaining("mood.kept.term: “a year” must be a period such as P90D");
        assertThatThrownBy(() -> read("mood:\n  kept: ERASED\n  columns:\n    smile: exported\n"))
                .hasMessageContaining("mood.smile: “exported” must be “exported” or “withheld”, a comma");
        assertThatThrownBy(() -> read("mood:\n  kept: ERASED\n  colums: {}\n")).hasMessageContaining("“colums”");
    }

    private static Object read(String yaml) {
        return DeclarationFile.read("moods.yaml", new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)))
                .stream()
                .map(Declaration::table)
                .collect(Collectors.toList());
    }
}
