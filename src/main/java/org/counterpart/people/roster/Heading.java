// SPDX-License-Identifier: Apache-2.0
package org.counterpart.people.roster;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.counterpart.web.Saying;

/// The columns that are understood, and the names that common exports give them.
public enum Heading {
    ID(
            "id",
            "employee id",
            "employee number",
            "employee no",
            "employee",
            "emp id",
            "person id",
            "person",
            "user id",
            "userid",
            "worker id",
            "associate id",
            "staff id",
            "staff number",
            "eeid",
            "personnel number",
            "personalnummer",
            "mitarbeiternummer"),
    NAME(
            "name",
            "full name",
            "display name",
            "preferred name",
            "worker",
            "employee name",
            "legal name",
            "common name",
            "vollstandiger name"),
    FIRST_NAME(
            "first name", "firstname", "given name", "preferred first name", "legal first name", "forename", "vorname"),
    LAST_NAME("last name", "lastname", "surname", "family name", "legal last name", "preferred last name", "nachname"),
    EMAIL(
            "email",
            "e mail",
            "mail",
            "email address",
            "work email",
            "email work",
            "primary work email",
            "primary email",
            "business email",
            "business email address",
            "e mail adresse"),
    ROLE("role", "programme role", "program role", "mentoring role", "sign up as", "signed up as", "rolle"),
    LEVEL(
            "level",
            "job level",
            "management level",
            "grade",
            "job grade",
            "pay grade",
            "paygrade",
            "joblevel",
            "band",
            "career level",
            "ebene",
            "stufe"),
    DEPARTMENT(
            "department",
            "dept",
            "department name",
            "supervisory organization",
            "organisation",
            "organization",
            "org unit",
            "division",
            "business unit",
            "home department",
            "abteilung"),
    SITE("site", "location", "work location", "office", "office location", "location name", "standort"),
    COUNTRY("country", "work country", "country region", "location country", "land"),
    TIMEZONE("timezone", "time zone", "tz", "zeitzone"),
    LANGUAGES("languages", "language", "spoken languages", "language skills", "sprachen"),
    MANAGER_ID(
            "manager id",
            "manager",
            "managerid",
            "manager employee id",
            "manager user id",
            "workers manager id",
            "supervisor id",
            "supervisor eid",
            "supervisor",
            "reports to",
            "reports to id",
            "reporting to",
            "manager employee number",
            "manager employee no",
            "manager number",
            "supervisor employee id",
            "supervisor number",
            "line manager id",
            "line manager",
            "vorgesetzter",
            "vorgesetzte",
            "vorgesetztennummer"),
    CONTRACT(
            "contract",
            "contract type",
            "type of contract",
            "employment contract",
            "employment type",
            "employee type",
            "worker type",
            "employee class",
            "employment class",
            "vertrag",
            "vertragsart",
            "vertragstyp",
            "beschaftigungsart",
            "anstellungsart",
            "type de contrat"),
    CAPACITY("capacity", "max pairs", "places", "kapazitat"),
    OFFERS("offers", "offer", "can offer", "can teach", "bietet"),
    WANTS("wants", "want", "wants to learn", "would like to learn", "mochte lernen"),
    GOALS("goals", "goal", "ziele"),
    AVAILABILITY("availability", "available", "working hours", "verfugbarkeit"),
    AVOID("avoid", "do not match", "avoids", "exclude"),
    PREFER("prefer", "prefers", "preferred", "preferences");

    private static final Map<String, Heading> BY_NAME = byName();
    private static final List<String> SENSITIVE = List.of(
            "birth",
            "age",
            "gender",
            "sex",
            "ethnic",
            "race",
            "religion",
            "disab",
            "orientation",
            "marital",
            "nationality",
            "pregnan",
            "geburt",
            "alter",
            "geschlecht",
            "konfession");

    private final List<String> names;

    Heading(String... names) {
        this.names = List.of(names);
    }

    /// The name in the contract: what faults call the column.
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What a title is called in the contract, or its letters and digits in small ones where the contract has no such
    /// column: two titles that come to the same mean the same.
    public static String column(String title) {
        var plain = plain(title);
        return BY_NAME.get(plain) instanceof Heading heading ? heading.column() : plain;
    }

    /// Finds the columns of a header. Two that mean the same are a fault, except that exports name contracts in
    /// several ways at once: there the first counts. Others are named in a warning, and those
    /// that sound like a protected attribute are said never to be kept (L1).
    static Map<Heading, Integer> find(List<String> header, Faults faults, List<Saying> warnings) {
        var found = new EnumMap<Heading, Integer>(Heading.class);
        for (int place = 0; place < header.size(); place++) {
            var title = header.get(place).strip();
            if (BY_NAME.get(plain(title)) instanceof Heading heading) {
                var earlier = found.putIfAbsent(heading, place);
                if (earlier != null && heading == CONTRACT) {
                    warnings.add(Saying.of(
                            "roster.column-second", title, header.get(earlier).strip()));
                } else if (earlier != null) {
                    faults.add(
                            1,
                            heading.column(),
                            title,
                            "roster.same-column",
                            header.get(earlier).strip());
                }
            } else if (!title.isEmpty()) {
                warnings.add(Saying.of(sensitive(title) ? "roster.column-never-kept" : "roster.column-unknown", title));
            }
        }
        return found;
    }

    /// Whether a title sounds like a protected attribute, which nothing may be decided by (L1).
    public static boolean sensitive(String title) {
        for (var word : plain(title).split(" ")) {
            for (var sign : SENSITIVE) {
                if (sign.length() <= 5
                        ? word.equals(sign) || sign.length() == 5 && word.startsWith(sign)
                        : word.startsWith(sign)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String plain(String title) {
        return Normalizer.normalize(title, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("['’]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    private static Map<String, Heading> byName() {
        var headings = new HashMap<String, Heading>();
        for (var heading : values()) {
            for (var name : heading.names) {
                headings.put(name, heading);
            }
        }
        return headings;
    }
}
