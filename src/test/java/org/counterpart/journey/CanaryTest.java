// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Superuser;
import org.counterpart.evidence.Threat;
import org.counterpart.vault.Couple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Fifty secrets are typed into a real browser, and nothing of them is anywhere on the server: not in what the browser
/// sent, in any table by SQL, in the data files and the write-ahead log, in the log at its most talkative, or in mails.
/// The
/// control plants the same in the clear, and finds all fifty in each of them.
@CounterpartTest
class CanaryTest {
    private static final int COUNT = 50;

    /// Whatever is in a row, also bytes; of all schemas.
    private static final String EVERYTHING = """
            select table_schema || '.' || table_name, query_to_xml(format('select * from %I.%I', table_schema, table_name),
            true, true, '')::text from information_schema.tables where table_schema in ('public', 'keystore')
            and table_type = 'BASE TABLE'""";

    private final String mark =
            "kx" + UUID.randomUUID().toString().replace("-", "").substring(0, 16) + "q";
    private final List<String> secrets = IntStream.range(0, COUNT)
            .mapToObj(number -> mark + "%02d".formatted(number))
            .toList();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Instant began = Instant.now().minusSeconds(2);

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Autowired
    private ApplicationContext application;

    @Autowired
    private Superuser superuser;

    @Autowired
    private JdbcClient jdbc;

    private Level before = Level.INFO;
    private UUID pair = new UUID(0, 0);

    @BeforeEach
    void listen() {
        pair = Couple.in(application).id();
        log.start();
        root.addAppender(log);
        before = root.getLevel();
        root.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stop() {
        root.setLevel(before);
        root.detachAppender(log);
    }

    @Test
    @Threat({3, 4})
    void nothing_that_was_typed_is_anywhere_on_the_server() throws Exception {
        var sent = new ArrayList<byte[]>();
        try (var chromium = new Chromium();
                var dana = chromium.visit(port, 1280, ColorScheme.LIGHT)) {
            dana.carryOn(doors.reader(port, "dana@x.example").cookies());
            dana.page.onRequest(request -> sent.add(bytes(request)));
            dana.page.navigate("/pairs/" + pair + "/preparation");
            dana.page.locator("[data-at=enrol]").click();
            dana.page.locator("#typed").fill(dana.page.locator("[data-at=code]").textContent());
            dana.page.locator("[data-at=confirm]").click();
            assertThat(dana.page.locator("[data-show=open]")).isVisible();
            dana.page.locator("#worries").fill(String.join(" ", secrets.subList(0, 17)));
            dana.page.locator("#limits").fill(String.join("\n", secrets.subList(17, 34)));
            dana.page.locator("#first").fill(String.join(", ", secrets.subList(34, COUNT)));
            dana.page.locator("[data-at=save]").click();
            assertThat(dana.page.locator("[data-state=sealed]")).isVisible();
            dana.page.reload();
            assertThat(dana.page.locator("#first")).hasValue(String.join(", ", secrets.subList(34, COUNT)));
        }

        assertThat(sent).hasSizeGreaterThan(10);
        assertThat(found(sent)).describedAs("what the browser sent").isEmpty();
        assertThat(jdbc.sql("select count(*) from sealed_item")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(found(tables())).describedAs("tables, mails among them").isEmpty();
        assertThat(found(files())).describedAs("data files and write-ahead log").isEmpty();
        assertThat(log.list).hasSizeGreaterThan(100);
        assertThat(found(logged())).describedAs("log").isEmpty();
    }

    @Test
    void the_same_in_the_clear_is_found_fifty_times_in_each_place() throws Exception {
        var clear = String.join(" ", secrets);
        jdbc.sql("insert into mail (id, recipient, subject, body, written_at, next_attempt_at) "
                        + "values (gen_random_uuid(), 'noor@x.example', 's', :clear, now(), now() + interval '1 day')")
                .param("clear", clear)
                .update();
        root.debug("{}", clear);

        assertThat(found(List.of(clear.getBytes(StandardCharsets.UTF_8)))).hasSize(COUNT);
        assertThat(found(tables())).describedAs("tables").hasSize(COUNT);
        assertThat(found(files())).describedAs("data files and write-ahead log").hasSize(COUNT);
        assertThat(found(logged())).describedAs("log").hasSize(COUNT);
        for (var hidden : disguises(secrets.get(7))) {
            assertThat(found(List.of(("..." + hidden + "...").getBytes(StandardCharsets.ISO_8859_1))))
                    .describedAs(hidden)
                    .contains(secrets.get(7));
        }
    }

    private static byte[] bytes(Request request) {
        var body = request.postData();
        return (request.url() + "\n" + request.allHeaders() + "\n" + (body == null ? "" : body))
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<byte[]> logged() {
        return log.list.stream()
                .map(event ->
                        (event.getFormattedMessage() + event.getMDCPropertyMap()).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private List<byte[]> tables() throws SQLException {
        try (var connection = superuser.connects();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(EVERYTHING)) {
            var all = new ArrayList<byte[]>();
            while (rows.next()) {
                all.add(rows.getString(2).getBytes(StandardCharsets.UTF_8));
            }
            assertThat(all).hasSizeGreaterThan(30);
            return all;
        }
    }

    /// What the server of the database has written to its disk since the test began.
    private List<byte[]> files() throws SQLException, IOException {
        String folder;
        try (var connection = superuser.connects();
                var statement = connection.createStatement()) {
            statement.execute("checkpoint");
            try (var row = statement.executeQuery("select current_setting('data_directory')")) {
                row.next();
                folder = row.getString(1);
            }
        }
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            var read = new ArrayList<byte[]>();
            for (var file : all.filter(Files::isRegularFile).toList()) {
                if (Files.getLastModifiedTime(file).compareTo(FileTime.from(began)) > 0) {
                    read.add(Files.readAllBytes(file));
                }
            }
            assertThat(read).isNotEmpty();
            return read;
        }
    }

    /// The secrets that are in it, as they are or in a disguise.
    private Set<String> found(List<byte[]> places) {
        var found = new TreeSet<String>();
        for (var place : places) {
            var text = new String(place, StandardCharsets.ISO_8859_1);
            for (var secret : text.contains(mark) ? secrets : List.<String>of()) {
                if (text.contains(secret)) {
                    found.add(secret);
                }
            }
            if (disguises(mark).stream().anyMatch(text::contains)) {
                secrets.stream()
                        .filter(secret -> disguises(secret).stream().anyMatch(text::contains))
                        .forEach(found::add);
                found.add(found.isEmpty() ? "disguised" : found.getFirst());
            }
        }
        return found;
    }

    /// UTF-16, hexadecimal, base 64 at each of its three offsets, and turned round.
    private static List<String> disguises(String secret) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        var all = new ArrayList<>(List.of(
                new String(secret.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1),
                HexFormat.of().formatHex(bytes),
                new StringBuilder(secret).reverse().toString()));
        for (var offset = 0; offset < 3; offset++) {
            var shifted =
                    Base64.getEncoder().encodeToString(("x".repeat(offset) + secret).getBytes(StandardCharsets.UTF_8));
            all.add(shifted.substring(offset == 0 ? 0 : 4, secret.length() * 4 / 3 - 3));
        }
        return all;
    }
}
