// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.inviting;

import java.util.Set;
import org.counterpart.enrolment.Role;

/// What somebody did in programmes that are over, told by the module that carries pairs.
public interface Experience {
    /// As what they completed a pairing: as mentor, as mentee, as both, or not yet.
    Set<Role> of(String personId);
}
