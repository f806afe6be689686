// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address as people type it, in lower case and without blanks around it; at most 254 characters (RFC 5321).
public record EmailAddress(String text) {
    private static final Pattern SHAPE =
            Pattern.compile("[^\\s\\p{Cc}@<>\"',;]{1,64}@[^\\s\\p{Cc}@<>\"',;]+\\.[^\\s\\p{Cc}@<>\"',;]{2,}");

    public static Optional<EmailAddress> read(String typed) {
        var plain = typed.strip().toLowerCase(Locale.ROOT);
        return plain.length() <= 254 && SHAPE.matcher(plain).matches()
                ? Optional.of(new EmailAddress(plain))
                : Optional.empty();
    }
}
