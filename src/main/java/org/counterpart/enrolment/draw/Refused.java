// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

import java.util.List;

/// Nothing was drawn, and why: every fault at once.
public record Refused(List<Fault> faults) implements Drawing {
    /// The fault is about the terms, or about the seed.
    public static final int NOBODY = -1;

    /// @param applicant its place in the list that was given, from 0; [#NOBODY] where it is about none
    /// @param value what stands there
    /// @param arguments of the sentence that says what is allowed
    public record Fault(Why why, int applicant, String value, List<Object> arguments) {
        static Fault of(Why why, int applicant, String value, Object... arguments) {
            return new Fault(why, applicant, value, List.of(arguments));
        }
    }

    /// What is wrong.
    public enum Why {
        NO_APPLICANTS,
        PLACES,
        TOO_MANY_PLACES,
        RESERVE,
        TOO_LARGE_RESERVE,
        TOO_FEW_FOR_ROLES,
        STRATA,
        SEED,
        WITNESS,
        ID,
        TWICE,
        SIDE,
        STRATUM,
        WORD
    }
}
