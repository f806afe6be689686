// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import java.util.SplittableRandom;

/// Where a [Workforce] works, the largest places first, and what is spoken there.
enum Place {
    GERMANY("Germany", "Europe/Berlin", "de"),
    INDIA("India", "Asia/Kolkata", "hi"),
    UNITED_STATES("United States", "America/New_York", "en"),
    FRANCE("France", "Europe/Paris", "fr"),
    POLAND("Poland", "Europe/Warsaw", "pl"),
    UNITED_KINGDOM("United Kingdom", "Europe/London", "en"),
    MEXICO("Mexico", "America/Mexico_City", "es"),
    CHINA("China", "Asia/Shanghai", "zh"),
    SPAIN("Spain", "Europe/Madrid", "es"),
    BRAZIL("Brazil", "America/Sao_Paulo", "pt"),
    CALIFORNIA("United States", "America/Los_Angeles", "en"),
    JAPAN("Japan", "Asia/Tokyo", "ja"),
    SINGAPORE("Singapore", "Asia/Singapore", "en"),
    AUSTRALIA("Australia", "Australia/Sydney", "en");

    final String country;
    final String zone;
    private final String language;

    Place(String country, String zone, String language) {
        this.country = country;
        this.zone = zone;
        this.language = language;
    }

    String site(int number) {
        return name().charAt(0)
                + name().substring(1).toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " " + number;
    }

    String languages(SplittableRandom random) {
        var spoken = new StringBuilder(language);
        if (!language.equals("en") && random.nextInt(8) > 0) {
            spoken.append(";en");
        }
        if (random.nextInt(6) == 0) {
            spoken.append(';').append(values()[random.nextInt(values().length)].language);
        }
        return spoken.toString();
    }
}
