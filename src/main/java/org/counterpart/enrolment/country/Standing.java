// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.country;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.counterpart.enrolment.country.Country.Representatives;

/// How those who speak for the employees of a country stand to a programme.
///
/// @param country its code
/// @param reference of the agreement or the hearing, or why there is nobody, in 1 to 500 characters
public record Standing(String country, Kind kind, String reference, LocalDate since) {
    public static final int LONGEST = 500;

    public enum Kind {
        AGREED,
        HEARD,
        /// Nobody was elected who could be asked.
        NOBODY_THERE;

        /// What settles the matter where representatives are to agree, or to be heard.
        public static Set<Kind> settling(Representatives representatives) {
            return representatives == Representatives.AGREE
                    ? EnumSet.of(AGREED, NOBODY_THERE)
                    : EnumSet.allOf(Kind.class);
        }
    }
}
