// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Writes a PEOPLE.csv of any size from a seed: a made-up multinational in which so many of 100 people sign up as
/// either and the others half as mentor, half as mentee. Departments and sites are of unequal size; everyone but the
/// top reports to somebody of a higher level, mostly in their department; one in five gives hours, one in fifty names
/// people to avoid or prefer. What they offer and want is said as in [Talk]. Started by `bench/people`.
public final class Workforce {
    private static final List<String> DEPARTMENTS = List.of(
            "Engineering",
            "Sales",
            "Customer Care",
            "Logistics",
            "Finance",
            "Product",
            "Information Technology",
            "Marketing",
            "Research",
            "People and Culture",
            "Procurement",
            "Legal",
            "Quality",
            "Strategy",
            "Risk",
            "Facilities");
    private static final List<String> HOURS = List.of(
            "Mon-Thu 08:00-16:00",
            "Mon-Fri 08:00-16:00",
            "Mon-Fri 10:00-18:00",
            "Tue-Thu 09:00-17:00",
            "Mon-Wed 09:00-15:00",
            "Mon-Fri 07:00-13:00",
            "Mon-Fri 12:00-20:00",
            "Wed-Fri 09:00-17:00");
    private static final int TOP = 9;

    private final SplittableRandom random;
    private final int size;
    private final byte[] level;
    private final byte[] department;
    private final byte[] role;

    private Workforce(int size, long seed, int eithers) {
        random = new SplittableRandom(seed);
        this.size = size;
        level = new byte[size];
        department = new byte[size];
        role = new byte[size];
        for (int person = 0; person < size; person++) {
            int draw = random.nextInt(100);
            role[person] = (byte) (draw < eithers ? 2 : draw % 2);
            department[person] = (byte) skewed(DEPARTMENTS.size());
            level[person] = (byte)
                    switch (role[person]) {
                        case 0 -> 1 + skewed(4);
                        case 1 -> 4 + skewed(5);
                        default -> 2 + skewed(4);
                    };
        }
        level[0] = TOP;
    }

    public static void main(String[] arguments) throws IOException {
        var workforce = new Workforce(
                Integer.parseInt(arguments[0]), Long.parseLong(arguments[1]), Integer.parseInt(arguments[3]));
        try (var out = Files.newBufferedWriter(Path.of(arguments[2]))) {
            workforce.write(out);
        }
    }

    private void write(BufferedWriter out) throws IOException {
        out.write(
                "id,name,email,role,level,department,site,country,timezone,languages,manager_id,capacity,offers,wants,"
                        + "goals,availability,avoid,prefer\n");
        var above = higherUp();
        for (int person = 0; person < size; person++) {
            var place = Place.values()[skewed(Place.values().length)];
            out.write(String.join(
                    ",",
                    id(person),
                    Talk.name(random),
                    "p" + person + "@workforce.example",
                    List.of("mentor", "mentee", "either").get(role[person]),
                    Integer.toString(level[person]),
                    DEPARTMENTS.get(department[person]),
                    place.site(1 + skewed(5)),
                    place.country,
                    place.zone,
                    place.languages(random),
                    manager(person, above),
                    random.nextInt(20) == 0 ? "2" : "1",
                    Talk.phrases(random, role[person] == 1, DEPARTMENTS.get(department[person])),
                    Talk.phrases(random, role[person] != 1, DEPARTMENTS.get(department[person])),
                    "",
                    random.nextInt(5) == 0 ? HOURS.get(random.nextInt(HOURS.size())) : "",
                    random.nextInt(50) == 0 ? somebodyElse(person) : "",
                    random.nextInt(50) == 0 ? somebodyElse(person) : ""));
            out.write('\n');
        }
    }

    /// People by department and level, and by level alone where the department is past the last.
    private List<List<List<Integer>>> higherUp() {
        var people = new ArrayList<List<List<Integer>>>();
        for (int group = 0; group <= DEPARTMENTS.size(); group++) {
            people.add(new ArrayList<>());
            for (int each = 0; each <= TOP; each++) {
                people.get(group).add(new ArrayList<>());
            }
        }
        for (int person = 0; person < size; person++) {
            people.get(department[person]).get(level[person]).add(person);
            people.getLast().get(level[person]).add(person);
        }
        return people;
    }

    private String manager(int person, List<List<List<Integer>>> above) {
        var own = above.get(random.nextInt(10) == 0 ? DEPARTMENTS.size() : department[person]);
        for (int each = level[person] + 1; each <= TOP; each++) {
            var there = own.get(each);
            if (!there.isEmpty()) {
                return id(there.get(random.nextInt(there.size())));
            }
        }
        return person == 0 ? "" : id(0);
    }

    private String somebodyElse(int person) {
        return size == 1 ? "" : id((person + 1 + random.nextInt(size - 1)) % size);
    }

    /// In an order that has nothing to do with who somebody is.
    private static String id(int person) {
        return "W%07d".formatted(Math.floorMod(person * 7_368_787L, 9_999_991L));
    }

    /// 0 … size−1, the small ones more often.
    private int skewed(int size) {
        double uniform = random.nextDouble();
        return (int) (size * uniform * uniform);
    }
}
