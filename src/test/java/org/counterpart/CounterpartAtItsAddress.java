// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/// The same as [CounterpartTest], at an address to which a browser can bind a passkey.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Application.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "counterpart.sign-in.links-every=1d",
            "counterpart.calls.close-every=1d",
            "spring.mail.host=localhost",
            "spring.mail.port=1",
            "logging.level.org.counterpart.notify.Delivery=off"
        })
@ContextConfiguration(initializers = {TestDatabase.class, KnownPort.class})
@Import({TestTime.class, Doors.class, Superuser.class})
@ExtendWith({EmptyTables.class, AsTheSystem.class})
@DirtiesContext
public @interface CounterpartAtItsAddress {}
