// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.applying;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.counterpart.enrolment.Role;
import org.counterpart.enrolment.SignUp;
import org.counterpart.enrolment.Window;
import org.jspecify.annotations.Nullable;

/// What somebody answers to a call, as far as they typed it.
///
/// @param role null as long as they did not choose
/// @param strengths up to 8, of which three are enough
/// @param gaps up to 5, which reach nobody unless `released`
/// @param gives topics of the library that they would teach, likewise `wants` to learn
/// @param languages tags; empty where those of the roster hold
/// @param capacity pairs they would take part in, 1 to 20
/// @param commitments hours a month of unpaid work that they do already, 0 to 200; null where they do not say
/// @param avoid addresses in small letters, up to 20, likewise `prefer`, up to 5 in order
public record Application(
        @Nullable Role role,
        List<Strength> strengths,
        List<Gap> gaps,
        boolean released,
        List<String> gives,
        List<String> wants,
        List<String> languages,
        List<Window> hours,
        int capacity,
        @Nullable Integer commitments,
        List<String> avoid,
        List<String> prefer) {
    static final int MOST_STRENGTHS = 8;
    static final int FEWEST_STRENGTHS = 3;
    static final int MOST_GAPS = 5;

    public static final Application EMPTY = new Application(
            null, List.of(), List.of(), false, List.of(), List.of(), List.of(), List.of(), 1, null, List.of(),
            List.of());

    public Application {
        strengths = List.copyOf(strengths);
        gaps = List.copyOf(gaps);
        gives = List.copyOf(gives);
        wants = List.copyOf(wants);
        languages = List.copyOf(languages);
        hours = List.copyOf(hours);
        avoid = List.copyOf(avoid);
        prefer = List.copyOf(prefer);
    }

    /// What the programme gets of it: neither situations nor evidence, and gaps only where they were released.
    ///
    /// @param avoided ids of the roster, likewise `preferred`
    SignUp signUp(String personId, Role chosen, Set<String> avoided, List<String> preferred) {
        return new SignUp(
                personId,
                chosen,
                capacity,
                distinct(strengths.stream().map(Strength::what), gives),
                distinct(released ? gaps.stream().map(Gap::what) : Stream.of(), wants),
                null,
                hours,
                avoided,
                preferred);
    }

    private static List<String> distinct(Stream<String> own, List<String> picked) {
        return List.copyOf(
                new LinkedHashSet<>(Stream.concat(own, picked.stream()).toList()));
    }
}
