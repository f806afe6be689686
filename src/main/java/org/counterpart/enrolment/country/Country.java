// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.country;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What holds for people who work in a country. It is no advice of a lawyer, and says so where it is shown.
///
/// @param code by ISO 3166-1, or [#OTHER]
/// @param languages tags of those in which people there should be able to read the call
/// @param asksConsent whether a box is to be ticked when an application is handed in; otherwise a sentence stands
/// beside
/// the button
public record Country(String code, List<String> languages, Representatives representatives, boolean asksConsent) {
    /// Stands for every country without rules of its own here, and for whoever's country is not known.
    public static final String OTHER = "OTHER";

    public Country {
        languages = List.copyOf(languages);
    }

    /// Those who speak for the employees, and what has to come of asking them before a call opens.
    public enum Representatives {
        AGREE,
        ARE_HEARD,
        NONE
    }

    public boolean other() {
        return code.equals(OTHER);
    }

    /// Whether somebody has to say how representatives stand before people there can apply.
    public boolean needsStanding() {
        return representatives != Representatives.NONE;
    }

    /// How the texts call what people there agree to when they hand an application in.
    public String consentKey() {
        return "country.consent." + code;
    }

    /// To which words somebody agreed who ticked them; none where nothing is ticked. Other words get another number.
    public @Nullable String agreedTo() {
        return asksConsent ? code + " 1" : null;
    }

    /// The law that asks for representatives.
    public String lawKey() {
        return "country.law." + code;
    }

    public String name(Locale locale) {
        return Locale.of("", code).getDisplayCountry(locale);
    }
}
