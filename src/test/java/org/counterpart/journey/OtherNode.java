// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.counterpart.Application;
import org.counterpart.SettableClock;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;

/// A second server of the same installation: its own memory and connections, the same database and time.
record OtherNode(ServletWebServerApplicationContext context) implements AutoCloseable {
    static OtherNode start(ConfigurableEnvironment first, SettableClock clock) {
        return start(first, clock, Map.of());
    }

    /// @param otherwise settings that are not those of the first
    static OtherNode start(ConfigurableEnvironment first, SettableClock clock, Map<String, Object> otherwise) {
        Map<String, Object> settings = new HashMap<>();
        for (var name : new String[] {
            "counterpart.db.url",
            "counterpart.db.user",
            "counterpart.db.password",
            "counterpart.db.app-user",
            "counterpart.db.app-password",
            "counterpart.site.url",
            "counterpart.sign-in.links-every",
            "spring.mail.host",
            "spring.mail.port",
            "logging.level.org.counterpart.notify.Delivery"
        }) {
            settings.put(name, first.getRequiredProperty(name));
        }
        settings.put("server.port", 0);
        settings.put(
                "counterpart.audit.anchors",
                Path.of("target", "test-anchors", "other-node.log").toString());
        // A setting on the command line goes before one in a file of ours.
        var line = otherwise.entrySet().stream()
                .map(each -> "--%s=%s".formatted(each.getKey(), each.getValue()))
                .toArray(String[]::new);
        return new OtherNode((ServletWebServerApplicationContext) new SpringApplicationBuilder(Application.class)
                .properties(settings)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("time", Clock.class, () -> clock, definition -> definition.setPrimary(true)))
                .run(line));
    }

    int port() {
        var server = context.getWebServer();
        if (server == null) {
            throw new IllegalStateException("The other node did not start its server.");
        }
        return server.getPort();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
