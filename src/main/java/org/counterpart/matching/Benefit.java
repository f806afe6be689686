// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

/// What a pair is worth, in whole points, part by part. `learns` is what the mentee wants and the mentor offers
/// (R08), `returns` what the mentor wants and the mentee offers (R27, R77); `vantage` and `practical` count for
/// both; the two preferences each for the side that stated one, and they are never shown.
public record Benefit(int learns, int returns, int vantage, int practical, int mentorPreference, int menteePreference) {
    public int toMentor() {
        return returns + vantage + practical + mentorPreference;
    }

    public int toMentee() {
        return learns + vantage + practical + menteePreference;
    }

    public int total() {
        return toMentor() + toMentee();
    }
}
