// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching.fairness;

/// All values that the counts speak for, both ends included.
public record Interval(double low, double high) {}
