// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address as people type it, in lower case and without blanks around it; at most 254 characters (RFC 5321).
public record EmailAddress(String text) {
    private static final String LETTER = "[^\\s\\p{Cc}@<>\"',;]";

    /// The first full stop that could be the one is it, so that nothing is tried twice.
    private static final Pattern SHAPE =
            Pattern.compile(LETTER + "{1,64}@" + LETTER + "[^\\s\\p{Cc}@<>\"',;.]*+\\." + LETTER + "{2,}");

    public static Optional<EmailAddress> read(String typed) {
        var plain = typed.strip().toLowerCase(Locale.ROOT);
        return plain.length() <= 254 && SHAPE.matcher(plain).matches()
                ? Optional.of(new EmailAddress(plain))
                : Optional.empty();
    }
}
