// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit.verifier;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.counterpart.audit.verifier.Verdict.Broken;
import org.counterpart.audit.verifier.Verdict.Fault;
import org.counterpart.audit.verifier.Verdict.Whole;
import org.jspecify.annotations.Nullable;

/// Reads the log from its first event to its last, recomputes the chain, and holds it against the anchors. Where older
/// events are past their term, it begins at the [Checkpoint] that took their place, which has to be true itself. It
/// stops
/// at the first event that is not as it was written.
public final class LogVerifier {
    private static final int ROWS_AT_ONCE = 1_000;

    private final Anchors anchors;
    private final Checkpoint start;
    private final long places;
    private long expected;
    private byte[] before;
    private @Nullable Instant newest;
    private long agreed;
    private boolean vouched;

    private LogVerifier(Anchors anchors, Checkpoint start, long places) {
        this.anchors = anchors;
        this.start = start;
        this.places = places;
        expected = start.last() + 1;
        agreed = start.last();
        before = start.hash();
        vouched = anchors.byNumber().containsKey(start.last());
    }

    /// @param connection by a user who may read the log; it is left in a transaction that writes nothing
    /// @param now when nothing of the log can have happened after
    public static Verdict verify(Connection connection, Anchors anchors, Instant now) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute("select set_config('counterpart.acting', 'SYSTEM', true)");
            long places;
            try (var last = statement.executeQuery("select coalesce(max(number), 0) from audit_event")) {
                last.next();
                places = last.getLong(1);
            }
            var start = Checkpoint.newest(statement);
            var untrue = start.untrue(anchors, now);
            if (untrue.isPresent()) {
                return untrue.get();
            }
            var verifier = new LogVerifier(anchors, start, places);
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var rows = statement.executeQuery(Entry.QUERY)) {
                while (rows.next()) {
                    var broken = verifier.next(Entry.read(rows));
                    if (broken.isPresent()) {
                        return broken.get();
                    }
                }
            }
            return verifier.end();
        }
    }

    private Optional<Broken> next(Entry entry) {
        if (entry.number() > expected) {
            return Optional.of(new Broken(Fault.MISSING, expected, entry.number() - 1, null));
        }
        if (entry.number() < expected) {
            return Optional.of(Broken.at(Fault.SURPLUS, entry.number()));
        }
        if (!Arrays.equals(entry.hash(), entry.hashAt(expected))) {
            return Optional.of(alteredOrMoved(entry));
        }
        if (!Arrays.equals(entry.previous(), before)) {
            return Optional.of(expected > start.last() + 1 ? Broken.at(Fault.REPLACED, expected - 1) : noBeginning());
        }
        before = entry.hashAt(expected);
        newest = entry.at();
        var against = anchoredOtherwise();
        expected++;
        return against;
    }

    private Broken noBeginning() {
        return start.isThere() ? Broken.at(Fault.CHECKPOINT_FALSE, start.number()) : Broken.at(Fault.NO_BEGINNING, 1);
    }

    private Broken alteredOrMoved(Entry entry) {
        for (long place = 1; place <= places; place++) {
            if (Arrays.equals(entry.hash(), entry.hashAt(place))) {
                return new Broken(Fault.MOVED, expected, place, null);
            }
        }
        return Broken.at(Fault.ALTERED, expected);
    }

    private Optional<Broken> anchoredOtherwise() {
        for (var anchor : anchors.byNumber().getOrDefault(expected, List.of())) {
            if (!anchor.agreesWith(before)) {
                return Optional.of(another(expected, anchor));
            }
            agreed = expected;
            vouched = true;
        }
        return Optional.empty();
    }

    private Broken another(long last, Anchor anchor) {
        return new Broken(vouched ? Fault.REFILLED : Fault.REWRITTEN, agreed + 1, last, anchor.writtenAt());
    }

    private Verdict end() {
        long last = expected - 1;
        long events = last - start.last();
        var beyond = anchors.byNumber().ceilingEntry(expected);
        if (beyond != null) {
            var anchor = beyond.getValue().getFirst();
            // What is newer than an event that is gone came after it was gone.
            boolean refilled = newest != null && newest.isAfter(anchor.at());
            return refilled
                    ? another(last, anchor)
                    : new Broken(
                            Fault.CUT,
                            expected,
                            anchors.byNumber().lastKey(),
                            anchors.byNumber().lastEntry().getValue().getFirst().writtenAt());
        }
        if (anchors.damaged() > 0) {
            return Broken.at(Fault.ANCHORS_DAMAGED, anchors.damaged());
        }
        if (events > 0 && anchors.lines() == 0) {
            return Broken.at(Fault.ANCHORS_MISSING, 1);
        }
        return new Whole(events, anchors.lines(), last - agreed, start.last());
    }
}
