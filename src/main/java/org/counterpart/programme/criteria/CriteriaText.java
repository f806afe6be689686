// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.criteria;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.counterpart.programme.Programme;
import org.jspecify.annotations.Nullable;

/// Criteria as one plain text, always the same for the same criteria, so that whoever keeps a copy or its SHA-256 can
/// tell for ever whether anything was changed. In UTF-8, each line ended by a line feed: the first names the format,
/// each further one is a name, a colon, a space and a value; lines of somebody's own words stand below the name,
/// indented by two spaces. Dates as in ISO 8601. Described in docs/criteria.md; what is published never changes, so a
/// change of it is a new format with a new first line.
public final class CriteriaText {
    private static final String FORMAT = "counterpart criteria 1\n";

    private final StringBuilder text = new StringBuilder(FORMAT);

    private CriteriaText() {}

    public static String of(Programme programme, Criteria criteria) {
        var text = new CriteriaText();
        text.line("programme", programme.id());
        text.words("name", programme.name());
        text.words("aim", criteria.aim());
        text.words("who may apply", criteria.whoMayApply());
        text.words("success", criteria.success());
        text.words("stopping", criteria.stopping());
        text.places("mentors", criteria.mentors());
        text.places("mentees", criteria.mentees());
        text.line("strata", criteria.strata().stream().map(Stratum::name).collect(Collectors.joining(", ")));
        text.line(
                "closes",
                criteria.closesAt() instanceof LocalDateTime at
                        ? at.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                        : null);
        text.line("zone", criteria.zone());
        text.line("closes in UTC", criteria.closing());
        text.line("starts", criteria.startsOn());
        text.line("weeks", criteria.weeks());
        text.line("next wave", criteria.nextWaveOn());
        return text.text.toString();
    }

    /// SHA-256 of a text, in small hexadecimal.
    public static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    private void places(String role, @Nullable Places places) {
        line(role + " who start now", places == null ? null : places.start());
        line(role + " in reserve", places == null ? null : places.reserve());
    }

    private void line(String name, @Nullable Object value) {
        text.append(name)
                .append(value == null || value.equals("") ? ":" : ": " + value)
                .append('\n');
    }

    private void words(String name, String words) {
        text.append(name).append(":\n");
        words.lines().forEach(line -> text.append("  ").append(line).append('\n'));
    }
}
