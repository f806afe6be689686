// SPDX-License-Identifier: Apache-2.0
package org.counterpart.people;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One colleague as the employer's records name them. `id` is the employer's own number and the key everywhere; `level`
/// grows with seniority (1 is the entry level); `languages` are lower-case language tags or names as given; `contract`
/// is the kind of employment contract in the employer's words, read by the fairness audit alone; facts that were not
/// given are null or empty, never guessed. No age, birth year or generation exists here (R86).
public record Person(
        String id,
        String name,
        @Nullable String email,
        @Nullable Integer level,
        @Nullable String department,
        @Nullable String site,
        @Nullable String country,
        @Nullable ZoneId timezone,
        Set<String> languages,
        @Nullable String managerId,
        @Nullable String contract) {
    public Person {
        languages = Set.copyOf(languages);
    }

    /// Somebody whose kind of contract was not given.
    public Person(
            String id,
            String name,
            @Nullable String email,
            @Nullable Integer level,
            @Nullable String department,
            @Nullable String site,
            @Nullable String country,
            @Nullable ZoneId timezone,
            Set<String> languages,
            @Nullable String managerId) {
        this(id, name, email, level, department, site, country, timezone, languages, managerId, null);
    }

    /// The same person by the languages that they say they speak.
    public Person speaking(Set<String> spoken) {
        return new Person(id, name, email, level, department, site, country, timezone, spoken, managerId, contract);
    }
}
