// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every field that a person fills in says who sees what they type.
class SeenTests {
    private static final Path TEMPLATES = Path.of("src", "main", "jte");
    private static final Pattern FIELD = Pattern.compile("<input class=\"input\"|<textarea|@template\\.ui\\.field\\(");
    private static final Pattern SEEN = Pattern.compile("\\bseen = \"|frame\\.seen\\(");

    /// The field itself; rows of a form that says it once; an address that is looked up and not kept; a code that the
    /// browser compares and never sends.
    private static final Set<String> NEED_NOT = Set.of(
            "ui/field.jte",
            "matching/quota.jte",
            "programme/settle.jte",
            "privacy/others.jte",
            "vault/enrolment.jte",
            "vault/locked.jte",
            "vault/search.jte");

    @Test
    void every_field_says_who_sees_what_is_typed() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            for (var file :
                    files.filter(each -> each.toString().endsWith(".jte")).toList()) {
                var name = TEMPLATES.relativize(file).toString().replace('\\', '/');
                var text = Files.readString(file);
                long fields = FIELD.matcher(text).results().count();
                if (!NEED_NOT.contains(name)) {
                    assertThat(SEEN.matcher(text).results().count())
                            .describedAs(name)
                            .isGreaterThanOrEqualTo(fields);
                }
            }
        }
        for (var once : Set.of("matching/rules.jte", "programme/settle.jte")) {
            assertThat(Files.readString(TEMPLATES.resolve(once))).contains("frame.seen(");
        }
    }
}
