// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.counterpart.enrolment.Window;
import org.counterpart.enrolment.signup.Hours;
import org.counterpart.web.PlainText;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;

/// Reads an application as it was typed. Whatever cannot be kept is refused at its field, with what is allowed; what is
/// missing is no fault of a draft.
final class Reading {
    private static final int LONGEST_WHAT = 120;
    private static final int LONGEST_GAP = 200;
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_ADDRESS = 254;
    private static final int MOST_LANGUAGES = 20;
    private static final int MOST_WINDOWS = 70;
    private static final int MOST_PLACES = 20;
    private static final int MOST_HOURS = 200;
    private static final int MOST_AVOIDED = 20;
    private static final int MOST_PREFERRED = 5;

    private final Map<String, Saying> faults = new LinkedHashMap<>();

    private Reading() {}

    /// @param faults by field, in the order of the page; with any of them the application is not to be kept
    record Read(Application application, Map<String, Saying> faults) {}

    /// @param topics that can be picked
    /// @param spoken languages that the roster knows them by
    /// @param own their address
    static Read read(Typed typed, Set<String> topics, Set<String> spoken, String own) {
        var reading = new Reading();
        var application = reading.application(typed, topics, spoken, own.toLowerCase(Locale.ROOT));
        return new Read(application, reading.faults);
    }

    private Application application(Typed typed, Set<String> topics, Set<String> spoken, String own) {
        var strengths = strengths(typed.strengths());
        var gaps = gaps(typed.gaps());
        var languages = languages(typed.languages(), spoken);
        var hours = hours(typed);
        int capacity = number("capacity", typed.capacity(), 1, MOST_PLACES) instanceof Integer some ? some : 1;
        var commitments = number("commitments", typed.commitments(), 0, MOST_HOURS);
        var avoid = addresses("avoid", typed.avoid(), MOST_AVOIDED, own);
        var prefer = addresses("prefer", typed.prefer(), MOST_PREFERRED, own);
        prefer.stream()
                .filter(avoid::contains)
                .findFirst()
                .ifPresent(both -> faults.putIfAbsent("prefer", Saying.of("enrolment.apply.fault.both", both)));
        return new Application(
                typed.role(),
                strengths,
                gaps,
                typed.released(),
                typed.gives().stream()
                        .filter(topics::contains)
                        .distinct()
                        .sorted()
                        .toList(),
                typed.wants().stream()
                        .filter(topics::contains)
                        .distinct()
                        .sorted()
                        .toList(),
                languages,
                hours,
                capacity,
                commitments,
                avoid,
                prefer);
    }

    private List<Strength> strengths(List<Strength> typed) {
        var strengths = new ArrayList<Strength>();
        for (int row = 0; row < typed.size(); row++) {
            var each = new Strength(
                    typed.get(row).kind(),
                    line("what" + row, typed.get(row).what(), LONGEST_WHAT),
                    text("evidence" + row, typed.get(row).evidence()));
            if (!each.isBlank()) {
                strengths.add(each);
            }
        }
        if (strengths.size() > Application.MOST_STRENGTHS) {
            faults.putIfAbsent("what0", tooMany(Application.MOST_STRENGTHS, strengths.size()));
        }
        return strengths;
    }

    private List<Gap> gaps(List<Gap> typed) {
        var gaps = new ArrayList<Gap>();
        for (int row = 0; row < typed.size(); row++) {
            var each = new Gap(
                    line("gap" + row, typed.get(row).what(), LONGEST_GAP),
                    text("situation" + row, typed.get(row).situation()));
            if (!each.isBlank()) {
                gaps.add(each);
            }
        }
        if (gaps.size() > Application.MOST_GAPS) {
            faults.putIfAbsent("gap0", tooMany(Application.MOST_GAPS, gaps.size()));
        }
        return gaps;
    }

    private List<String> languages(String typed, Set<String> spoken) {
        var languages = new LinkedHashSet<String>();
        for (var each : typed.split("[;,/|\\n]")) {
            var plain = PlainText.of(each).text().toLowerCase(Locale.ROOT);
            var tag = Languages.tag(plain);
            if (tag != null || spoken.contains(plain)) {
                languages.add(tag == null ? plain : tag);
            } else if (!plain.isEmpty()) {
                faults.putIfAbsent("languages", Saying.of("enrolment.apply.fault.language", shortened(plain)));
            }
        }
        if (languages.size() > MOST_LANGUAGES) {
            faults.putIfAbsent("languages", tooMany(MOST_LANGUAGES, languages.size()));
        }
        return List.copyOf(languages);
    }

    private List<Window> hours(Typed typed) {
        var hours = new LinkedHashSet<>(typed.hours());
        for (var each : typed.otherHours().split("[;\\n]")) {
            var windows = Hours.read(PlainText.of(each).text());
            if (windows.isEmpty() && !each.isBlank()) {
                faults.putIfAbsent(
                        "otherHours",
                        Saying.of(
                                "enrolment.apply.fault.hours",
                                shortened(PlainText.of(each).text())));
            }
            hours.addAll(windows);
        }
        if (hours.size() > MOST_WINDOWS) {
            faults.putIfAbsent("otherHours", tooMany(MOST_WINDOWS, hours.size()));
        }
        return hours.stream()
                .sorted(java.util.Comparator.comparing(Window::day)
                        .thenComparing(Window::from)
                        .thenComparing(Window::to))
                .toList();
    }

    private @Nullable Integer number(String field, String typed, int least, int most) {
        var plain = PlainText.of(typed).text();
        if (plain.isEmpty()) {
            return null;
        }
        if (plain.matches("[0-9]{1,4}") && Integer.parseInt(plain) >= least && Integer.parseInt(plain) <= most) {
            return Integer.valueOf(plain);
        }
        faults.put(field, Saying.of("enrolment.apply.fault.number", shortened(plain), least, most));
        return null;
    }

    /// Whether somebody has an address is not looked up here, so that nobody learns it.
    private List<String> addresses(String field, String typed, int most, String own) {
        var addresses = new LinkedHashSet<String>();
        for (var each : typed.split("[\\n,;]")) {
            var address = PlainText.of(each).text().toLowerCase(Locale.ROOT);
            if (address.isEmpty()) {
                continue;
            }
            if (address.length() > LONGEST_ADDRESS || !address.matches("[^\\s@]+@[^\\s@]+")) {
                faults.putIfAbsent(field, Saying.of("enrolment.apply.fault.address", shortened(address)));
            } else if (address.equals(own)) {
                faults.putIfAbsent(field, Saying.of("enrolment.apply.fault.oneself"));
            }
            addresses.add(address);
        }
        if (addresses.size() > most) {
            faults.putIfAbsent(field, tooMany(most, addresses.size()));
        }
        return List.copyOf(addresses);
    }

    private String line(String field, String typed, int longest) {
        return bounded(field, PlainText.of(typed).text().replaceAll("\\s+", " "), longest);
    }

    private String text(String field, String typed) {
        return bounded(field, PlainText.of(typed).text(), LONGEST_TEXT);
    }

    private String bounded(String field, String text, int longest) {
        if (text.length() > longest) {
            faults.put(field, Saying.of("enrolment.apply.fault.too-long", longest, text.length()));
        }
        return text;
    }

    private static Saying tooMany(int most, int found) {
        return Saying.of("enrolment.apply.fault.too-many", most, found);
    }

    private static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
