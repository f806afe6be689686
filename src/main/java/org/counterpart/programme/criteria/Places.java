// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.criteria;

/// How many people of one role there is room for.
///
/// @param start who start now, 1 to 100,000
/// @param reserve who take a place that comes free, 0 to 100,000
public record Places(int start, int reserve) {
    public static final int MOST = 100_000;
}
