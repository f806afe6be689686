// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The server: one Spring context over the modules beside this class. The command line decides whether it is needed
/// at all.
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class Application {
    /// Ticks in microseconds, as the database keeps them, so that what was written reads back the same.
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
