// SPDX-License-Identifier: Apache-2.0
package org.counterpart.demonstration;

import java.time.ZoneId;
import java.util.List;

/// Where people work, with the languages spoken there, the most common first.
enum Office {
    HAMBURG("Hamburg", "Germany", "Europe/Berlin", Names.GERMAN, List.of("de", "en")),
    LEIPZIG("Leipzig", "Germany", "Europe/Berlin", Names.EASTERN, List.of("de", "en")),
    AARHUS("Aarhus", "Denmark", "Europe/Berlin", Names.NORDIC, List.of("da", "en")),
    LEEDS("Leeds", "United Kingdom", "Europe/London", Names.BRITISH, List.of("en")),
    PUNE("Pune", "India", "Asia/Kolkata", Names.INDIAN, List.of("en", "hi")),
    KOCHI("Kochi", "India", "Asia/Kolkata", Names.WORLD, List.of("en", "ml"));

    private final String title;
    private final String country;
    private final ZoneId timezone;
    private final Names names;
    private final List<String> languages;

    Office(String title, String country, String timezone, Names names, List<String> languages) {
        this.title = title;
        this.country = country;
        this.timezone = ZoneId.of(timezone);
        this.names = names;
        this.languages = languages;
    }

    String title() {
        return title;
    }

    String country() {
        return country;
    }

    ZoneId timezone() {
        return timezone;
    }

    Names names() {
        return names;
    }

    List<String> languages() {
        return languages;
    }
}
