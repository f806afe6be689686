// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the database says about its tables and columns: in comments such as `P4 · owner; in their own words`.
@Repository
public class Catalogue {
    private static final Pattern COMMENT = Pattern.compile("(P[0-5]) · ([^;]+)(?:; (.*))?", Pattern.DOTALL);

    private final JdbcClient jdbc;

    Catalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param dataClass P0 to P5
    /// @param seenBy who sees it
    /// @param words what it is or why it is there; may be empty
    public record Comment(String dataClass, String seenBy, String words) {
        static Comment of(String place, String text) {
            var read = COMMENT.matcher(text);
            if (!read.matches()) {
                throw new IllegalStateException(
                        "%s: “%s” must be like “P4 · owner; what it is”.".formatted(place, text));
            }
            return new Comment(read.group(1), read.group(2).strip(), read.group(3) == null ? "" : read.group(3));
        }

        /// The text that says who sees it.
        public String seenByKey() {
            return "privacy.seen." + seenBy.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        }
    }

    /// @param type as PostgreSQL names it
    /// @param ofPerson whether it is a foreign key to a person
    public record Column(String name, Comment comment, String type, boolean ofPerson) {}

    public record Table(String name, Comment comment, Map<String, Column> columns) {}

    /// All tables by name, but Flyway's own.
    public Map<String, Table> tables() {
        var tables = new LinkedHashMap<String, Table>();
        for (var row : rows()) {
            tables.computeIfAbsent(
                            row.table(), name -> new Table(name, Comment.of(name, row.about()), new LinkedHashMap<>()))
                    .columns()
                    .put(
                            row.column(),
                            new Column(
                                    row.column(),
                                    Comment.of(row.table() + "." + row.column(), row.comment()),
                                    row.type(),
                                    row.person()));
        }
        return tables;
    }

    record Row(String table, String about, String column, String comment, String type, boolean person) {}

    private List<Row> rows() {
        return jdbc.sql("""
                        select relname as "table", coalesce(obj_description(pg_class.oid, 'pg_class'), '') as about, \
                        attname as "column", coalesce(col_description(attrelid, attnum), '') as comment, \
                        format_type(atttypid, atttypmod) as type, exists (select from pg_constraint \
                        where contype = 'f' and conrelid = pg_class.oid and conkey @> array[attnum] \
                        and confrelid = 'person'::regclass) as person \
                        from pg_class join pg_attribute on attrelid = pg_class.oid \
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 \
                        and not attisdropped and relname <> 'flyway_schema_history' order by relname, attnum""")
                .query((row, _) -> new Row(
                        row.getString("table"),
                        row.getString("about"),
                        row.getString("column"),
                        row.getString("comment"),
                        row.getString("type"),
                        row.getBoolean("person")))
                .list();
    }
}
