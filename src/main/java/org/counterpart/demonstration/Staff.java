// SPDX-License-Identifier: Apache-2.0
package org.counterpart.demonstration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.counterpart.people.Person;
import org.jspecify.annotations.Nullable;

/// Fills the company from the top down, so that everyone's manager is there before them.
final class Staff {
    static final List<String> DEPARTMENTS = List.of(
            "Finance",
            "People and Culture",
            "Engineering",
            "Product",
            "Sales",
            "Marketing",
            "Customer Care",
            "Logistics",
            "Legal",
            "Research",
            "Information Technology",
            "Strategy");

    /// How many people stand on each level, from 8 down to 1.
    private static final int[] PYRAMID = {1, 12, 36, 90, 170, 271, 340, 280};

    private final SplittableRandom random;
    private final List<Person> people = new ArrayList<>();
    private final Set<Integer> numbers = new HashSet<>();

    Staff(long seed) {
        this.random = new SplittableRandom(seed);
    }

    List<Person> hire() {
        for (int step = 0; step < PYRAMID.length; step++) {
            int level = PYRAMID.length - step;
            for (int i = 0; i < PYRAMID[step]; i++) {
                people.add(hire(level, DEPARTMENTS.get(i % DEPARTMENTS.size())));
            }
        }
        return people;
    }

    private Person hire(int level, String department) {
        var site = Office.values()[random.nextInt(Office.values().length)];
        var id = "N-" + number();
        return new Person(
                id,
                site.names().pick(random),
                id.toLowerCase(java.util.Locale.ROOT) + "@tidewater.example",
                level,
                department,
                site.title(),
                site.country(),
                site.timezone(),
                languages(site, level),
                manager(level, department),
                contract(id, level));
    }

    /// Drawn apart, by the number alone, so that it goes together with nothing else.
    private static String contract(String id, int level) {
        int draw = new SplittableRandom(id.hashCode()).nextInt(100);
        return level > 5 || draw < 70 ? "Permanent" : draw < 90 ? "Fixed term" : "Agency";
    }

    private int number() {
        int number = 1_000 + random.nextInt(9_000);
        while (!numbers.add(number)) {
            number = 1_000 + random.nextInt(9_000);
        }
        return number;
    }

    private Set<String> languages(Office site, int level) {
        var spoken = new TreeSet<>(Set.of(site.languages().getFirst()));
        if (level > 3 || random.nextInt(5) > 0) {
            spoken.add("en");
        }
        if (random.nextInt(3) == 0) {
            spoken.addAll(site.languages());
        }
        if (random.nextInt(6) == 0) {
            spoken.add(List.of("fr", "es", "tr", "pl", "zh", "ar").get(random.nextInt(6)));
        }
        return spoken;
    }

    private @Nullable String manager(int level, String department) {
        if (level == PYRAMID.length) {
            return null;
        }
        var above = people.stream()
                .filter(each -> each.level() instanceof Integer other && other == level + 1)
                .toList();
        var near = above.stream()
                .filter(each -> department.equals(each.department()))
                .toList();
        var choice = near.isEmpty() ? above : near;
        return choice.get(random.nextInt(choice.size())).id();
    }
}
