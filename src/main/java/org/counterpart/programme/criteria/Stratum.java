// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.criteria;

/// What applicants can be alike in, so that each group gets its share of the places (R65). Nothing else divides them,
/// and nothing that the law protects. Written into the database by name, so no name ever changes.
public enum Stratum {
    DEPARTMENT,
    LEVEL,
    SITE,
    COUNTRY,
    CONTRACT
}
