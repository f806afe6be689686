// SPDX-License-Identifier: Apache-2.0
package org.counterpart.notify;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.counterpart.CounterpartTest;
import org.counterpart.SettableClock;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.counterpart.web.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

@CounterpartTest
class DeliveryTest {
    @RegisterExtension
    static final GreenMailExtension SERVER =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SettableClock clock;

    @Autowired
    private Site site;

    @Autowired
    private JdbcClient jdbc;

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void a_mail_waits_for_a_time_that_the_running_application_does_not_reach() {
        sender.setHost("127.0.0.1");
        sender.setPort(SERVER.getSmtp().getPort());
        outbox.write(new Mail(
                id, "žofie@x.example", "A proposal for you", "Ahoj Žofie,\n\n王 sends greetings.", clock.instant()));
        jdbc.sql("update mail set next_attempt_at = next_attempt_at + interval '1 day'")
                .update();
    }

    @Test
    void a_mail_arrives_once_with_its_words_and_a_message_id_of_its_own() throws Exception {
        later(() -> delivery().deliver());
        later(() -> delivery().deliver());

        var arrived = SERVER.getReceivedMessages();
        assertThat(arrived).hasSize(1);
        assertThat(arrived[0].getSubject()).isEqualTo("A proposal for you");
        assertThat(arrived[0].getContent().toString()).contains("Ahoj Žofie").contains("王");
        assertThat(arrived[0].getMessageID()).isEqualTo("<%s@localhost>".formatted(id));
        assertThat(Arrays.toString(arrived[0].getFrom())).contains("counterpart@localhost");
    }

    @Test
    @Asvs("1.3.11")
    void no_line_of_a_header_comes_from_what_was_typed() throws Exception {
        var hostile = "Spring\r\nBcc: eve@x.example\r\nX-Typed: yes\r\n\r\nOther words";
        outbox.write(new Mail(UUID.randomUUID(), "dana@x.example", hostile, "Hello", clock.instant()));
        outbox.write(new Mail(
                UUID.randomUUID(), "dana@x.example\r\nBcc: eve@x.example", "To two", "Hello", clock.instant()));
        jdbc.sql("update mail set next_attempt_at = next_attempt_at + interval '1 day' where recipient like 'dana%'")
                .update();

        later(() -> delivery().deliver());
        later(() -> delivery().deliver());

        var arrived = SERVER.getReceivedMessages();
        assertThat(arrived).hasSize(2);
        for (var each : arrived) {
            assertThat(each.getHeader("Bcc")).isNull();
            assertThat(each.getHeader("X-Typed")).isNull();
            assertThat(each.getAllRecipients()).hasSize(1);
            assertThat(each.getContent().toString()).doesNotContain("Other words");
        }
    }

    @Test
    void nothing_of_its_words_is_kept_after() {
        later(() -> delivery().deliver());

        assertThat(jdbc.sql("select body from mail").query(String.class).single())
                .isEmpty();
    }

    @Test
    @Asvs("16.5.2")
    void a_mail_that_could_not_be_sent_is_tried_again_later_and_not_at_once() {
        sender.setPort(1);
        later(() -> delivery().deliver());
        sender.setPort(SERVER.getSmtp().getPort());

        later(() -> delivery().deliver());
        assertThat(SERVER.getReceivedMessages()).isEmpty();

        later(() -> {
            clock.pass(Duration.ofMinutes(2));
            delivery().deliver();
        });
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    /// A server that names the address in its refusal, as most do.
    @Test
    @Asvs("16.2.5")
    @Threat(43)
    void of_a_mail_that_a_server_refuses_the_log_says_the_code_and_no_address() throws Exception {
        var log = new ListAppender<ILoggingEvent>();
        var logger = (Logger) LoggerFactory.getLogger(Delivery.class);
        var before = logger.getLevel();
        try (var refusing = new RefusingServer()) {
            log.start();
            logger.setLevel(Level.WARN);
            logger.addAppender(log);
            sender.setPort(refusing.port());

            later(() -> delivery().deliver());
        } finally {
            logger.detachAppender(log);
            logger.setLevel(before);
        }

        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anySatisfy(line -> assertThat(line).contains(id.toString()).contains("550"));
        assertThat(log.list).noneMatch(line -> line.getFormattedMessage().contains("ofie"));
    }

    /// The application's own delivery runs beside the test and has no mail server, so it must find nothing due: the
    /// test lets time pass only while it delivers itself, in a transaction that holds the mail.
    private void later(Runnable delivering) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select id from mail for update").query(UUID.class).list();
            clock.pass(Duration.ofDays(1));
            delivering.run();
            clock.pass(Duration.ofDays(-1));
        });
    }

    private Delivery delivery() {
        var provider = new ObjectProvider<JavaMailSender>() {
            @Override
            public JavaMailSender getObject() {
                return sender;
            }
        };
        return new Delivery(outbox, provider, transaction, clock, site, "counterpart@localhost");
    }
}
