// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// Reads rows, whosever space they are of.
final class Rows {
    private Rows() {}

    static Epoch epoch(ResultSet row, int index) throws SQLException {
        return new Epoch(
                row.getInt("epoch"),
                row.getObject("giver_id", UUID.class),
                Sealed.of(row.getBytes("heads")),
                Sealed.of(row.getBytes("given")),
                row.getTimestamp("since").toInstant());
    }

    static KeptItem item(ResultSet row, int index) throws SQLException {
        var item = new Item(
                row.getObject("id", UUID.class),
                row.getInt("epoch"),
                row.getLong("sequence"),
                Sealed.of(row.getBytes("previous")),
                Sealed.of(row.getBytes("sealed")));
        return new KeptItem(
                item,
                row.getObject("author_id", UUID.class),
                row.getTimestamp("at").toInstant());
    }
}
