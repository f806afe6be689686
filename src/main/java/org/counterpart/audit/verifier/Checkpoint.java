// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit.verifier;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.counterpart.audit.verifier.Verdict.Broken;
import org.counterpart.audit.verifier.Verdict.Fault;
import org.jspecify.annotations.Nullable;

/// Where the log begins, as its newest event about that tells: older ones were past their term and went.
///
/// @param number of the event that tells; 0 where none does, and the log begins at its beginning
/// @param at when that was
/// @param last number of the last event that went; negative where it cannot be read
/// @param hash of that event
record Checkpoint(long number, Instant at, long last, byte[] hash) {
    private static final int TERM_IN_MONTHS = 24;

    /// How far the clocks of servers and database may be apart, and a transaction may take.
    private static final Duration LEEWAY = Duration.ofHours(1);

    private static final Pattern EVENT = Pattern.compile("event:(\\d{1,18})");
    private static final Pattern HASH = Pattern.compile("hash:([0-9a-f]{64})");

    static Checkpoint newest(Statement statement) throws SQLException {
        try (var row = statement.executeQuery(
                "select number, at, about from audit_event where kind = 'TERM_ENDED' order by number desc limit 1")) {
            if (!row.next()) {
                return new Checkpoint(0, Instant.EPOCH, 0, new byte[32]);
            }
            var at = row.getObject("at", OffsetDateTime.class);
            var about = row.getArray("about");
            return of(
                    row.getLong("number"),
                    at == null ? Instant.MAX : at.toInstant(),
                    about == null ? new String[0] : (String[]) about.getArray());
        }
    }

    private static Checkpoint of(long number, Instant at, @Nullable String[] about) {
        var last = about.length == 2 ? found(EVENT, about[0]) : Optional.<String>empty();
        var hash = about.length == 2 ? found(HASH, about[1]) : Optional.<String>empty();
        return last.isPresent() && hash.isPresent()
                ? new Checkpoint(
                        number, at, Long.parseLong(last.get()), HexFormat.of().parseHex(hash.get()))
                : new Checkpoint(number, at, -1, new byte[32]);
    }

    private static Optional<String> found(Pattern pattern, @Nullable String text) {
        var match = pattern.matcher(text == null ? "" : text);
        return match.matches() ? Optional.of(match.group(1)) : Optional.empty();
    }

    boolean isThere() {
        return number > 0;
    }

    /// What is wrong with it, as far as the anchors and the clock can tell; empty where that is nothing.
    Optional<Broken> untrue(Anchors anchors, Instant now) {
        if (!isThere()) {
            return Optional.empty();
        }
        if (last <= 0 || last >= number || at.isAfter(now.plus(LEEWAY))) {
            return Optional.of(Broken.at(Fault.CHECKPOINT_FALSE, number));
        }
        return anchors.byNumber().headMap(last, true).values().stream()
                .flatMap(List::stream)
                .flatMap(anchor -> untrue(anchor).stream())
                .findFirst();
    }

    private Optional<Broken> untrue(Anchor anchor) {
        if (tooYoung(anchor.at())) {
            return Optional.of(new Broken(Fault.TERM_NOT_OVER, anchor.number(), last, anchor.writtenAt()));
        }
        if (anchor.number() == last) {
            return anchor.agreesWith(hash) ? Optional.empty() : Optional.of(Broken.at(Fault.CHECKPOINT_FALSE, number));
        }
        // It was the newest one when the anchor was written, so the next that went happened after that.
        return tooYoung(anchor.writtenAt())
                ? Optional.of(new Broken(Fault.TERM_NOT_OVER, anchor.number() + 1, last, anchor.writtenAt()))
                : Optional.empty();
    }

    private boolean tooYoung(Instant then) {
        return then.isAfter(at.atOffset(ZoneOffset.UTC)
                .minusMonths(TERM_IN_MONTHS)
                .toInstant()
                .plus(LEEWAY));
    }
}
