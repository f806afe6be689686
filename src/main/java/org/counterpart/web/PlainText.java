// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import java.util.regex.Pattern;

/// What somebody typed, as it is kept: without blanks around it, with a line feed at the end of each line but the last,
/// and without what no keyboard types and no database keeps.
public record PlainText(String text) {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]");

    public static PlainText of(String typed) {
        return new PlainText(CONTROL.matcher(typed.replace("\r\n", "\n").replace('\r', '\n'))
                .replaceAll("")
                .strip());
    }

    /// Whether there is something, and no more of it than that.
    public boolean fits(int longest) {
        return !text.isEmpty() && text.length() <= longest;
    }
}
