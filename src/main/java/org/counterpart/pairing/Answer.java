// SPDX-License-Identifier: Apache-2.0
package org.counterpart.pairing;

/// What somebody says to a proposed pair. Once given it stays, so that nobody can try one answer and then the
/// other.
public enum Answer {
    ACCEPTED,
    DECLINED
}
