// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.counterpart.web.Saying;

/// What an application still lacks before it can be handed in. All of it is told at once.
final class Missing {
    private static final int FEWEST_WORDS_OF_A_SITUATION = 4;

    /// Without spaces between words.
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private final Map<String, Saying> missing = new LinkedHashMap<>();

    private Missing() {}

    /// By field, in the order of the page.
    static Map<String, Saying> in(Application application) {
        var found = new Missing();
        var role = application.role();
        if (role == null) {
            found.add("role", "role");
        }
        found.strengths(application, role != null && role.mayMentor());
        found.gaps(application, role != null && role.mayBeMentored());
        return found.missing;
    }

    private void strengths(Application application, boolean teaches) {
        var strengths = application.strengths();
        for (int row = 0; row < strengths.size(); row++) {
            var each = strengths.get(row);
            if (each.what().isEmpty()) {
                add("what" + row, "what");
            }
            if (each.kind() == null) {
                add("kind" + row, "kind");
            }
            if (each.evidence().isEmpty()) {
                add("evidence" + row, "evidence");
            }
        }
        int more = Application.FEWEST_STRENGTHS - strengths.size();
        if (teaches && more > 0) {
            missing.put("what" + strengths.size(), Saying.of("enrolment.apply.missing.strengths", more));
        }
    }

    private void gaps(Application application, boolean learns) {
        var gaps = application.gaps();
        for (int row = 0; row < gaps.size(); row++) {
            if (words(gaps.get(row).what()) < 2) {
                add("gap" + row, "gap");
            }
            if (words(gaps.get(row).situation()) < FEWEST_WORDS_OF_A_SITUATION) {
                add("situation" + row, "situation");
            }
        }
        if (learns && gaps.isEmpty()) {
            add("gap0", "gaps");
        }
        if (learns && application.wants().isEmpty() && !application.released()) {
            add("released", "wants");
        }
    }

    private void add(String field, String key) {
        missing.put(field, Saying.of("enrolment.apply.missing." + key));
    }

    /// Words by the spaces between them; where a language has none, two letters count as a word.
    static int words(String text) {
        long unspaced = text.codePoints()
                .filter(letter -> UNSPACED.contains(UnicodeScript.of(letter)))
                .count();
        int spaced = text.isBlank() ? 0 : text.strip().split("\\s+").length;
        return (int) Math.max(spaced, unspaced / 2);
    }
}
