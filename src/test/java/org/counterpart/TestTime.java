// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Puts the test's clock in the place of the real one.
@TestConfiguration
class TestTime {
    @Bean
    @Primary
    SettableClock settableClock() {
        return new SettableClock();
    }
}
