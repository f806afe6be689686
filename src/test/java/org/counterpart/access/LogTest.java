// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.people.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What whoever reads the log gets to know, at the levels that the program ships with.
@CounterpartTest
class LogTest {
    private static final List<String> MARKS = List.of("Mirabel", "mirabel@x.example", "Quartz", "Sleeping badly");

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private People people;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
    }

    @Test
    @Asvs({"16.2.5", "16.4.1", "16.5.1", "14.2.1"})
    @Threat(43)
    void nothing_that_anybody_typed_stands_in_the_log_or_in_an_address_not_even_where_it_was_refused() {
        var owner = doors.owner(port);
        owner.open("/programmes");
        var programme = owner.press("/programmes", "name", "Quartz\r\nforged line", "expected", "20")
                .path();
        owner.open(programme + "/import");
        var draft = owner.upload(programme + "/import", "Mirabel.csv", """
                id,name,email,level,role,offers,wants
                m1,Mirabel Quartz,mirabel@x.example,1,mentor,Sleeping badly,Charts
                m2,Hugo Quartz,hugo@x.example,6,mentee,Charts,Sleeping badly
                """.getBytes(StandardCharsets.UTF_8));
        owner.press(draft.path() + "/confirmation");
        owner.open(programme + "/matching");
        owner.press(programme + "/matching/runs", "reason", "Mirabel asked for it");
        var mirabel = doors.reader(port, "mirabel@x.example");
        assertThat(mirabel.open("/pairs").path()).isEqualTo("/pairs").doesNotContain("irabel");
        mirabel.press("/pairs/Mirabel/answer", "answer", "Quartz");
        mirabel.open("/nowhere?name=Mirabel");
        breakIt();

        var lines = log.list.stream()
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .toList();
        for (var mark : MARKS) {
            assertThat(lines).describedAs(mark).noneMatch(line -> line.contains(mark));
        }
    }

    /// A row that the database refuses tells the page nothing, and the log no value of it.
    private void breakIt() {
        try {
            people.save(List.of(
                    org.counterpart.pairing.Season.person("x1", 1),
                    new org.counterpart.people.Person(
                            "x2",
                            "Mirabel Quartz",
                            "x1@x.example",
                            1,
                            null,
                            null,
                            null,
                            null,
                            java.util.Set.of(),
                            null)));
        } catch (RuntimeException refused) {
            root.warn("A page failed.", refused);
        }
    }
}
