// SPDX-License-Identifier: Apache-2.0
package org.counterpart.audit.verifier;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the log as it stands in the table, whoever wrote it. Anything may be null: constraints can be dropped.
///
/// @param previous what it says the hash of the event before was
/// @param hash what it says its own hash is
record Entry(
        long number,
        @Nullable Instant at,
        @Nullable UUID actor,
        @Nullable String kind,
        @Nullable UUID programmeId,
        @Nullable String reason,
        @Nullable String @Nullable [] about,
        byte @Nullable [] previous,
        byte @Nullable [] hash) {
    static final String QUERY =
            "select number, at, actor, kind, programme_id, reason, about, previous, hash from audit_event order by number";
    private static final String VERSION = "counterpart-audit-1";
    private static final int NOTHING = -1;

    static Entry read(ResultSet row) throws SQLException {
        var at = row.getObject("at", OffsetDateTime.class);
        var about = row.getArray("about");
        return new Entry(
                row.getLong("number"),
                at == null ? null : at.toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("kind"),
                row.getObject("programme_id", UUID.class),
                row.getString("reason"),
                about == null ? null : (String[]) about.getArray(),
                row.getBytes("previous"),
                row.getBytes("hash"));
    }

    /// The hash that these fields have at a place in the log.
    byte[] hashAt(long place) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(VERSION, out);
            write(previous, out);
            write(ByteBuffer.allocate(Long.BYTES).putLong(place).array(), out);
            write(
                    at == null
                            ? null
                            : ByteBuffer.allocate(Long.BYTES)
                                    .putLong(microseconds(at))
                                    .array(),
                    out);
            write(bytes(actor), out);
            write(kind, out);
            write(bytes(programmeId), out);
            write(reason, out);
            out.writeInt(about == null ? NOTHING : about.length);
            if (about != null) {
                for (var each : about) {
                    write(each, out);
                }
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("Every Java platform has SHA-256.", absent);
        }
    }

    /// Times that no clock of ours gives run over, and then the hash is another one, as it should be.
    private static long microseconds(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private static void write(@Nullable String text, DataOutputStream out) throws IOException {
        write(text == null ? null : text.getBytes(StandardCharsets.UTF_8), out);
    }

    private static void write(byte @Nullable [] field, DataOutputStream out) throws IOException {
        out.writeInt(field == null ? NOTHING : field.length);
        if (field != null) {
            out.write(field);
        }
    }

    private static byte @Nullable [] bytes(@Nullable UUID id) {
        return id == null
                ? null
                : ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
    }
}
