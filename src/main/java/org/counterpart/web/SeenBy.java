// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

/// Tells who sees what is kept, from the declarations that the database is held to.
public interface SeenBy {
    /// The text that names them.
    ///
    /// @param column where it is kept, as `decision.reason`
    /// @throws IllegalArgumentException if nothing is kept there
    String key(String column);
}
