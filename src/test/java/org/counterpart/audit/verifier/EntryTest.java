// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryTest {
    @Test
    void the_example_of_the_method_has_the_hash_that_stands_there() throws IOException {
        var example = about("person:1", "person:ü");

        assertThat(Files.readString(Path.of("docs", "methods", "audit-log.md")))
                .contains("`" + HexFormat.of().formatHex(example.hashAt(1)) + "`");
    }

    @Test
    void no_two_lists_have_the_same_hash() {
        assertThat(Arrays.asList(
                        about(), about(""), about("ab"), about("a", "b"), about("", "ab"), about((String) null)))
                .extracting(entry -> HexFormat.of().formatHex(entry.hashAt(1)))
                .doesNotHaveDuplicates();
    }

    private static Entry about(@Nullable String... ids) {
        return new Entry(
                1,
                Instant.parse("2026-11-20T09:00:00Z"),
                new UUID(0, 1),
                "PAIR_LOCKED",
                new UUID(0, 2),
                null,
                ids,
                new byte[32],
                null);
    }
}
