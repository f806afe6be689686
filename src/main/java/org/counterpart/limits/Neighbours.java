// SPDX-License-Identifier: Apache-2.0
package org.counterpart.limits;

/// How many people may come from one network at one time: all who could sign in, where they share an office.
public interface Neighbours {
    int count();
}
