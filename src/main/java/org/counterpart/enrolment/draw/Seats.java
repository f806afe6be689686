// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.draw;

/// How many start and how many are in reserve.
public record Seats(int start, int reserve) {
    long all() {
        return (long) start + reserve;
    }
}
