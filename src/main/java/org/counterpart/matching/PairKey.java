// SPDX-License-Identifier: Apache-2.0
package org.counterpart.matching;

/// A mentor and a mentee by their ids.
public record PairKey(String mentor, String mentee) {}
