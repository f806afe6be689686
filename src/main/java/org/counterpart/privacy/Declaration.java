// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.counterpart.privacy.Rule.Fate;
import org.counterpart.privacy.Rule.Personal;
import org.jspecify.annotations.Nullable;

/// What a module declares about one of its tables. SQL in it may use `:id`, `:account`, `:email` and `:name` of
/// the person, and in erasure `:stand_in` and `:someone`, the id and the name that stand there afterwards.
///
/// @param rows condition that finds a person's rows; none where the table is about nobody
/// @param export query for what the person gets; none where it is the exported columns of their rows
/// @param erase statements that erase the person; none where their rows are deleted, or lose what is emptied
/// @param columns what happens with each column
public record Declaration(
        String table,
        @Nullable String rows,
        Kept kept,
        @Nullable String export,
        List<String> erase,
        Map<String, Rule> columns) {

    public boolean personal() {
        return rows != null;
    }

    /// The query for what the person gets; empty where that is nothing.
    Optional<String> exporting() {
        if (rows == null) {
            return Optional.empty();
        }
        if (export != null) {
            return Optional.of(export);
        }
        var exported = columns.entrySet().stream()
                .filter(column -> column.getValue() instanceof Personal(boolean yes, Fate _) && yes)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
        return exported.isEmpty()
                ? Optional.empty()
                : Optional.of("select %s from %s where %s".formatted(exported, table, rows));
    }

    /// The statements that erase the person, in order.
    List<String> erasing() {
        if (!erase.isEmpty() || rows == null) {
            return erase;
        }
        if (has(Fate.DELETED)) {
            return List.of("delete from %s where %s".formatted(table, rows));
        }
        var emptied = columns.entrySet().stream()
                .filter(column -> column.getValue() instanceof Personal(boolean _, Fate fate) && fate == Fate.EMPTIED)
                .map(column -> column.getKey() + " = null")
                .collect(Collectors.joining(", "));
        return emptied.isEmpty() ? List.of() : List.of("update %s set %s where %s".formatted(table, emptied, rows));
    }

    /// What becomes of the rows as a whole.
    public Fate fate() {
        for (var fate : List.of(Fate.DELETED, Fate.EMPTIED, Fate.RENAMED)) {
            if (has(fate)) {
                return fate;
            }
        }
        return Fate.STAYS;
    }

    private boolean has(Fate fate) {
        return columns.values().stream().anyMatch(rule -> rule instanceof Personal(boolean _, Fate its) && its == fate);
    }
}
