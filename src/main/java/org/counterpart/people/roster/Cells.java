// SPDX-License-Identifier: Apache-2.0
package org.counterpart.people.roster;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.counterpart.people.roster.Rows.Row;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;

/// The cells of a table by what they mean. Reading one judges what holds for all of them: no spreadsheet formula,
/// no invisible control or direction characters, no more than [#LONGEST] characters; text comes back trimmed and in
/// Unicode's composed form, and null where the cell is empty, faulty or the column is not there.
public final class Cells {
    public static final int LONGEST = 2_000;
    private static final String FORMULA = "roster.formula";
    private static final int MOST_ITEMS = 20;
    private static final int LONGEST_ITEM = 200;
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cc}\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF&&[^\\n\\r\\t]]");

    private final Map<Heading, Integer> places;
    private final Faults faults;

    private Cells(Map<Heading, Integer> places, Faults faults) {
        this.places = places;
        this.faults = faults;
    }

    public static Cells of(Table table, Faults faults, List<Saying> warnings) {
        return new Cells(Heading.find(table.header(), faults, warnings), faults);
    }

    public boolean has(Heading heading) {
        return places.containsKey(heading);
    }

    /// The columns that the file has.
    public Set<Heading> headings() {
        return Set.copyOf(places.keySet());
    }

    public @Nullable String text(Row row, Heading heading) {
        var place = places.get(heading);
        return place == null ? null : text(row, place, heading.column(), formula(heading), faults);
    }

    /// A cell of a column that no [Heading] stands for.
    ///
    /// @param column what faults call it
    public static @Nullable String text(Row row, int place, String column, Faults faults) {
        return text(row, place, column, FORMULA, faults);
    }

    private static @Nullable String text(Row row, int place, String column, String formula, Faults faults) {
        var raw = row.cells().get(place);
        if (raw.isBlank()) {
            return null;
        }
        var text = Normalizer.normalize(raw.strip(), Normalizer.Form.NFC);
        if (text.length() > LONGEST) {
            faults.add(row.line(), column, text, "roster.too-long", text.length(), LONGEST);
            return null;
        }
        if ("=+-@\t\r".indexOf(raw.charAt(0)) >= 0 || "=+-@".indexOf(text.charAt(0)) >= 0) {
            faults.add(row.line(), column, text, formula, text.charAt(0));
            return null;
        }
        if (INVISIBLE.matcher(text).find()) {
            faults.add(row.line(), column, text, "roster.invisible");
            return null;
        }
        return text;
    }

    /// The parts of a cell between semicolons, without empty ones and repetitions.
    public List<String> list(Row row, Heading heading) {
        var text = text(row, heading);
        if (text == null) {
            return List.of();
        }
        var items = Pattern.compile(";")
                .splitAsStream(text)
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
        if (items.size() > MOST_ITEMS) {
            refuse(row, heading, text, "roster.too-many-items", items.size(), MOST_ITEMS);
            return List.of();
        }
        for (var item : items) {
            if (item.length() > LONGEST_ITEM) {
                refuse(row, heading, item, "roster.item-too-long", item.length(), LONGEST_ITEM);
                return List.of();
            }
        }
        return items;
    }

    /// Adds a fault about a cell; null, so that a reader can end with it.
    public @Nullable String refuse(Row row, Heading heading, String value, String key, Object... arguments) {
        faults.add(row.line(), heading.column(), value, key, arguments);
        return null;
    }

    private static String formula(Heading heading) {
        return switch (heading) {
            case CAPACITY -> "roster.capacity";
            case LEVEL -> "roster.level";
            case ID,
                    NAME,
                    FIRST_NAME,
                    LAST_NAME,
                    EMAIL,
                    ROLE,
                    DEPARTMENT,
                    SITE,
                    COUNTRY,
                    TIMEZONE,
                    LANGUAGES,
                    MANAGER_ID,
                    CONTRACT,
                    OFFERS,
                    WANTS,
                    GOALS,
                    AVAILABILITY,
                    AVOID,
                    PREFER -> FORMULA;
        };
    }
}
