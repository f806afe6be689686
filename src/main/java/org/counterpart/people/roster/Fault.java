// SPDX-License-Identifier: Apache-2.0
package org.counterpart.people.roster;

import org.counterpart.web.Saying;
import org.counterpart.web.Words;
import org.jspecify.annotations.Nullable;

/// One thing wrong with a file: where it is, what stands there and what is allowed. Lines count from 1, the header
/// included; line 0 is the file as a whole.
public record Fault(
        String file,
        int line,
        @Nullable String column,
        @Nullable String value,
        Saying allowed) {
    private static final int SHOWN = 60;

    /// How many faults are listed one by one; the rest is counted.
    public static final int LISTED = 50;

    /// The value as it can be shown: short, without control characters, empty where there is none.
    public String shownValue() {
        return value == null ? "" : visible(value);
    }

    /// The fault in one line, as compilers tell theirs.
    public String in(Words words) {
        var text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        text.append(": ");
        if (column != null) {
            text.append(column).append(' ');
        }
        if (value != null) {
            text.append('"').append(visible(value)).append("\": ");
        } else if (column != null) {
            text.append(": ");
        }
        return text.append(allowed.in(words)).toString();
    }

    private static String visible(String value) {
        var shown = new StringBuilder();
        value.codePoints()
                .limit(SHOWN)
                .forEach(each -> shown.appendCodePoint(Character.isISOControl(each) ? '\uFFFD' : each));
        return value.codePointCount(0, value.length()) > SHOWN ? shown + "…" : shown.toString();
    }
}
