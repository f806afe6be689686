// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit.verifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// What stood at the end of the log at some moment, kept where whoever changes the log does not reach. One line each:
/// when it was written, number, hash and time of the event, and the beginning of the line's own SHA-256, by which a
/// damaged line is known.
///
/// @param writtenAt when the anchor was written
/// @param number of the newest event then
/// @param at when that event happened
public record Anchor(Instant writtenAt, long number, byte[] hash, Instant at) {
    private static final Pattern LINE = Pattern.compile("(\\S+) (\\d{1,18}) ([0-9a-f]{64}) (\\S+) ([0-9a-f]{16})");
    private static final int CHECK = 8;

    /// Empty where the line is not one that [#line] wrote.
    public static Optional<Anchor> read(String line) {
        var found = LINE.matcher(line);
        if (!found.matches() || !check(line.substring(0, found.end(4))).equals(found.group(5))) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Anchor(
                    Instant.parse(found.group(1)),
                    Long.parseLong(found.group(2)),
                    HexFormat.of().parseHex(found.group(3)),
                    Instant.parse(found.group(4))));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    boolean agreesWith(byte[] other) {
        return Arrays.equals(hash, other);
    }

    public String line() {
        var text = "%s %d %s %s".formatted(writtenAt, number, HexFormat.of().formatHex(hash), at);
        return text + " " + check(text);
    }

    private static String check(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, CHECK);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256.", absent);
        }
    }
}
