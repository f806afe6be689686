// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.criteria;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The time zones of places that a closing date can be in, as IANA names them, and UTC.
public final class Zones {
    private static final Set<String> REGIONS = Set.of(
            "Africa",
            "America",
            "Antarctica",
            "Arctic",
            "Asia",
            "Atlantic",
            "Australia",
            "Europe",
            "Indian",
            "Pacific");

    private static final List<String> NAMES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.equals("UTC") || REGIONS.contains(id.replaceFirst("/.*", "")))
            .sorted()
            .toList();

    private Zones() {}

    /// Sorted by name.
    public static List<String> names() {
        return NAMES;
    }

    /// In whatever case it is typed.
    public static Optional<ZoneId> named(String typed) {
        return NAMES.stream()
                .filter(name -> name.equalsIgnoreCase(typed))
                .findFirst()
                .map(ZoneId::of);
    }
}
