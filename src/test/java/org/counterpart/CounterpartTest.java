// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/// The whole application on a port of its own, on a real database that is empty before each test, with a
/// [SettableClock].
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "counterpart.site.url=http://localhost",
            "counterpart.sign-in.links-every=1d",
            "counterpart.calls.close-every=1d",
            "spring.mail.host=localhost",
            "spring.mail.port=1",
            "logging.level.org.counterpart.notify.Delivery=off"
        })
@ContextConfiguration(initializers = TestDatabase.class)
@Import({TestTime.class, Doors.class, Superuser.class})
@ExtendWith({EmptyTables.class, AsTheSystem.class})
public @interface CounterpartTest {}
