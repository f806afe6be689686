// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterpart.postgres.Acting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// Gathers everything a person gets of what is kept about them, as it is at one moment.
@Component
public class Exporting {
    private final Registry registry;
    private final JdbcClient jdbc;

    Exporting(Registry registry, JdbcClient jdbc) {
        this.registry = registry;
        this.jdbc = jdbc;
    }

    /// Rows of one table, each with its values by column: a text, number, truth, moment, list of texts, or none.
    public record Section(String table, List<Map<String, @Nullable Object>> rows) {}

    /// As the program, since a person's own rows are spread over tables of which they see none; each query of the
    /// registry names the person.
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Section> of(Subject subject) {
        return Acting.system(() -> sections(subject));
    }

    private List<Section> sections(Subject subject) {
        var sections = new ArrayList<Section>();
        for (var declaration : registry.aboutPeople()) {
            declaration
                    .exporting()
                    .map(query -> new Section(
                            declaration.table(),
                            jdbc.sql(query)
                                    .params(subject.parameters())
                                    .query(Exporting::row)
                                    .list()))
                    .filter(section -> !section.rows().isEmpty())
                    .ifPresent(sections::add);
        }
        return sections;
    }

    private static Map<String, @Nullable Object> row(ResultSet result, int index) throws SQLException {
        var row = new LinkedHashMap<String, @Nullable Object>();
        var columns = result.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            row.put(columns.getColumnLabel(i), value(result.getObject(i)));
        }
        return row;
    }

    private static @Nullable Object value(@Nullable Object read) throws SQLException {
        return switch (read) {
            case Timestamp moment -> moment.toInstant();
            case Array texts -> List.of((Object[]) texts.getArray());
            case UUID id -> id.toString();
            case null -> null;
            default -> read;
        };
    }
}
