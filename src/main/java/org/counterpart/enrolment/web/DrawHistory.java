// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.web;

import java.util.List;
import org.counterpart.enrolment.places.PlacesOfDraws;
import org.counterpart.enrolment.places.ProgrammeDraw;
import org.counterpart.enrolment.places.SettingAside;
import org.jspecify.annotations.Nullable;

/// How often the places of a programme were drawn, and why more than once.
///
/// @param earlier draws that were set aside, the first one first
/// @param latest null where no call opened here
/// @param asked what one person wants and nobody signed yet
public record DrawHistory(
        List<SetAside> earlier,
        @Nullable ProgrammeDraw latest,
        @Nullable SettingAside asked) {
    public DrawHistory {
        earlier = List.copyOf(earlier);
    }

    /// @param since how the list of the next draw differs
    public record SetAside(ProgrammeDraw draw, SettingAside setting, PlacesOfDraws.Change since) {}

    public boolean again() {
        return !earlier.isEmpty();
    }

    /// The chance, in percent, that somebody starts by this draw alone.
    public double once() {
        return latest == null ? 0 : 100 * chance(latest);
    }

    /// The chance, in percent, that somebody starts by at least one of the draws: what choosing among them would be
    /// worth.
    public double inAny() {
        var missed = latest == null ? 1 : 1 - chance(latest);
        for (var each : earlier) {
            missed *= 1 - chance(each.draw());
        }
        return 100 * (1 - missed);
    }

    private static double chance(ProgrammeDraw draw) {
        var list = draw.list();
        var closed = draw.closed();
        return list == null || closed == null ? 0 : (double) list.starting() / closed.applicants();
    }
}
