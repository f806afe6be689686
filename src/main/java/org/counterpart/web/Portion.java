// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import java.util.List;
import java.util.function.Function;

/// As much of a long list as one page shows.
///
/// @param first which of all rows comes first here, from 1
/// @param all how many rows there are
/// @param size how many a page shows
public record Portion<T>(List<T> rows, int first, int all, int size) {
    /// The portion that holds one row, or the first or last one where there is no such row. Only its rows are made.
    public static <S, T> Portion<T> around(int row, List<S> list, int size, Function<S, T> made) {
        int held = Math.clamp(row, 1, Math.max(1, list.size()));
        int before = (held - 1) / size * size;
        var rows = list.subList(before, Math.min(list.size(), before + size)).stream()
                .map(made)
                .toList();
        return new Portion<>(rows, before + 1, list.size(), size);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public boolean isWhole() {
        return rows.size() == all;
    }

    public int last() {
        return first + rows.size() - 1;
    }

    public boolean hasEarlier() {
        return first > 1;
    }

    public boolean hasLater() {
        return last() < all;
    }

    public int earlier() {
        return first - size;
    }

    public int later() {
        return first + size;
    }
}
