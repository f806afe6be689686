// SPDX-License-Identifier: Apache-2.0
package org.counterpart.people.roster;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.counterpart.web.Saying;
import org.jspecify.annotations.Nullable;

/// The faults of one file, collected so that all are told at once and each only once.
public final class Faults {
    private final String file;
    private final Set<Fault> found = new LinkedHashSet<>();

    public Faults(String file) {
        this.file = file;
    }

    /// @param key of the text that says what is allowed
    public void add(int line, @Nullable String column, @Nullable String value, String key, Object... arguments) {
        found.add(new Fault(file, line, column, value, Saying.of(key, arguments)));
    }

    /// Takes back what is no fault where it was found.
    ///
    /// @param key of the text
    public void pardon(String key) {
        found.removeIf(fault -> fault.allowed().key().equals(key));
    }

    public boolean any() {
        return !found.isEmpty();
    }

    /// All of them, by line.
    public List<Fault> byLine() {
        return found.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
    }
}
