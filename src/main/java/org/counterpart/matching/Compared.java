// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Values numbered as they come, and what any two of them come to: 0 … 32,767, and 0 where one is unknown. Many people
/// share few values, so every two are compared once and kept; where there are too many they are compared when asked.
final class Compared<T> {
    private static final int MOST_KEPT = 3_000;

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> values = new ArrayList<>();
    private final ToIntBiFunction<T, T> comparison;
    private short[][] kept = {};

    Compared(ToIntBiFunction<T, T> comparison) {
        this.comparison = comparison;
    }

    /// The number of a value; −1 where there is none.
    int number(@Nullable T value) {
        if (value == null) {
            return -1;
        }
        return numbers.computeIfAbsent(value, fresh -> {
            values.add(fresh);
            return values.size() - 1;
        });
    }

    /// Compares all values with each other, once all are numbered.
    void keep() {
        if (values.size() <= MOST_KEPT) {
            kept = IntStream.range(0, values.size())
                    .parallel()
                    .mapToObj(this::row)
                    .toArray(short[][]::new);
        }
    }

    int at(int one, int other) {
        if (one < 0 || other < 0) {
            return 0;
        }
        return kept.length > 0 ? kept[one][other] : comparison.applyAsInt(values.get(one), values.get(other));
    }

    private short[] row(int one) {
        var row = new short[values.size()];
        for (int other = 0; other < row.length; other++) {
            row[other] = (short) comparison.applyAsInt(values.get(one), values.get(other));
        }
        return row;
    }
}
