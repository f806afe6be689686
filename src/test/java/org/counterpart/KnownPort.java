// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// A passkey is bound to the address with its port, which therefore is known before the start.
public final class KnownPort implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try (var free = new ServerSocket(0)) {
            TestPropertyValues.of("server.port=" + free.getLocalPort()).applyTo(context);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
