// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
    @Test
    void modules_depend_on_each_other_only_as_drawn() {
        ApplicationModules.of(Application.class).verify();
    }
}
