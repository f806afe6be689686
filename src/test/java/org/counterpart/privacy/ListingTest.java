// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.counterpart.CounterpartTest;
import org.counterpart.privacy.Catalogue.Column;
import org.counterpart.privacy.Rule.Impersonal;
import org.counterpart.privacy.Rule.Personal;
import org.counterpart.web.Texts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/// Writes down every column with what is declared about it, for data protection officers and works councils.
@CounterpartTest
class ListingTest {
    private static final Path WRITTEN = Path.of("target", "privacy.md");
    private static final Path DOCUMENT = Path.of("docs", "privacy.md");

    @Autowired
    private Registry registry;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private MessageSource messages;

    @Test
    void the_document_lists_what_is_declared() throws IOException {
        var document = document();
        Files.writeString(WRITTEN, document);

        assertThat(Files.exists(DOCUMENT) ? Files.readString(DOCUMENT) : "")
                .describedAs("docs/privacy.md is made of the declarations. Renew it with: cp target/privacy.md docs/")
                .isEqualTo(document);
    }

    private String document() {
        var text = new StringBuilder("""
                # What is kept
                This page is made of the declarations in `src/main/resources/privacy` and of the database's own comments
                (`ListingTest`). A table or column that nobody declared fails the build.

                A declaration names, for each table: `rows`, the condition that finds a person's rows (none where it is about
                nobody); `kept`, what ends it, or its `term`, what that comes `after` and the statements `then`; `export` and
                `erase`, where the exported columns, or deleting and emptying, are not all; and for each column whether it is
                `exported` or `withheld` and whether an erasure leaves it `deleted`, `emptied`, `renamed` (it follows the id,
                which becomes a random one) or lets it stay. Columns that say nothing about anybody are `impersonal`.
                """);
        var tables = catalogue.tables();
        for (var declaration : registry.declarations()) {
            var table = requireNonNull(tables.get(declaration.table()));
            text.append("""

                    ## %s
                    %s. %s.

                    | column | class | seen by | export | erasure | |
                    |---|---|---|---|---|---|
                    """.formatted(
                            table.name(),
                            sentence(table.comment().words()),
                            declaration.kept().in(new Texts(messages, Locale.ENGLISH))));
            table.columns()
                    .values()
                    .forEach(column -> text.append(
                            line(column, requireNonNull(declaration.columns().get(column.name())))));
        }
        return text.toString();
    }

    private static String line(Column column, Rule rule) {
        var comment = column.comment();
        var both = switch (rule) {
            case Impersonal() -> "| ";
            case Personal(boolean exported, var fate) ->
                "%s | %s".formatted(exported ? "yes" : "no", fate.name().toLowerCase(Locale.ROOT));
        };
        return "| %s | %s | %s | %s | %s |%n"
                .formatted(column.name(), comment.dataClass(), comment.seenBy(), both, comment.words());
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
