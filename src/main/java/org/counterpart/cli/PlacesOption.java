// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.util.TreeMap;
import java.util.regex.Pattern;
import org.counterpart.enrolment.draw.Pool;
import org.counterpart.enrolment.draw.Seats;
import org.jspecify.annotations.Nullable;

/// What `--places` and `--reserve` say: a number for everyone, or `mentor=20,mentee=20`.
final class PlacesOption {
    private static final Pattern NUMBER = Pattern.compile("\\s*(-?\\d{1,9})\\s*");
    private static final Pattern BY_ROLE = Pattern.compile(
            "\\s*(mentor|mentee)s?\\s*=\\s*(-?\\d{1,9})\\s*,\\s*(mentor|mentee)s?\\s*=\\s*(-?\\d{1,9})\\s*",
            Pattern.CASE_INSENSITIVE);

    private PlacesOption() {}

    /// Null where it is neither.
    static @Nullable TreeMap<Pool, Integer> read(String text) {
        var numbers = new TreeMap<Pool, Integer>();
        var one = NUMBER.matcher(text);
        if (one.matches()) {
            numbers.put(Pool.EVERYONE, Integer.valueOf(one.group(1)));
            return numbers;
        }
        var two = BY_ROLE.matcher(text);
        if (!two.matches()) {
            return null;
        }
        numbers.put(pool(two.group(1)), Integer.valueOf(two.group(2)));
        numbers.put(pool(two.group(3)), Integer.valueOf(two.group(4)));
        return numbers.size() == 2 ? numbers : null;
    }

    /// Null where the two are not of the same kind; no reserve is none for anybody.
    static @Nullable TreeMap<Pool, Seats> together(TreeMap<Pool, Integer> places, TreeMap<Pool, Integer> reserve) {
        boolean none = reserve.equals(new TreeMap<>(java.util.Map.of(Pool.EVERYONE, 0)));
        if (!none && !reserve.keySet().equals(places.keySet())) {
            return null;
        }
        var seats = new TreeMap<Pool, Seats>();
        places.forEach((pool, start) -> seats.put(pool, new Seats(start, reserve.getOrDefault(pool, 0))));
        return seats;
    }

    private static Pool pool(String role) {
        return role.equalsIgnoreCase("mentor") ? Pool.MENTOR : Pool.MENTEE;
    }
}
