// SPDX-License-Identifier: Apache-2.0
package org.counterpart.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.counterpart.CounterpartTest;
import org.counterpart.Doors;
import org.counterpart.Reader;
import org.counterpart.evidence.Asvs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Requests that no browser sends, byte by byte.
@CounterpartTest
class HostileRequestsTest {
    private static final String HIDDEN = "GET /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n";
    private static final int PATIENCE = 3_000;

    @LocalServerPort
    private int port;

    @Autowired
    private Doors doors;

    @Test
    void two_requests_one_after_the_other_have_two_answers() throws IOException {
        assertThat(answers("GET /sign-in HTTP/1.1\r\nHost: localhost\r\n\r\n" + HIDDEN))
                .isEqualTo(2);
    }

    @Test
    @Asvs({"2.2.2", "16.5.1"})
    void a_character_that_nobody_can_type_is_refused_by_a_page_that_says_so() {
        var owner = doors.owner(port);
        owner.open("/programmes");

        for (var form : List.of("/programmes name", "/erasure/dry-run person", "/duties reason", "/sign-in email")) {
            var page = owner.press(form.split(" ")[0], form.split(" ")[1], "\0");
            assertThat(page.status()).describedAs(form).isEqualTo(400);
            assertThat(page.says("This cannot be read")).describedAs(form).isTrue();
        }
        assertThat(owner.open("/sign-in?asked=%00").status()).isEqualTo(400);
    }

    /// `~` ends a line. What looks like a second request is the body of the first, or its end is in doubt.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 44~Transfer-Encoding: chunked~~0~~",
                "Transfer-Encoding: chunked~Content-Length: 44~~0~~",
                "Content-Length: 0~Content-Length: 44~~",
                "Content-Length: 44~Content-Length: 0~~",
                "Content-Length: 0, 44~~",
                "Content-Length: +0~~",
                "Content-Length: -1~~",
                "Content-Length: 0x0~~",
                "Content-Length: 0~Transfer-Encoding: xchunked~~",
                "Content-Length: 0~Transfer-Encoding : chunked~~",
                "Content-Length: 0~Transfer-Encoding: identity, chunked~~0~~",
                "Content-Length: 0~Transfer-Encoding: chunked~Transfer-Encoding: identity~~0~~",
                "Content-Length: 44~Transfer-Encoding:~ chunked~~0~~",
                "Content-Length: 44~X: y\rTransfer-Encoding: chunked~~0~~",
                "Transfer-Encoding: chunked~~0x0~~",
                "Transfer-Encoding: chunked~~-0~~",
                "Transfer-Encoding: chunked~~100000000~~"
            })
    @Asvs("4.2.1")
    void no_request_is_hidden_in_another(String rest) throws IOException {
        var request = "POST /theme HTTP/1.1\r\nHost: localhost\r\n" + rest.replace("~", "\r\n") + HIDDEN;

        assertThat(answers(request)).isLessThanOrEqualTo(1);
    }

    @Test
    @Asvs("3.7.2")
    void no_address_leads_to_another_site() throws IOException {
        var reader = new Reader(port);
        for (var place : elsewhere()) {
            reader.open("/sign-in");
            var chosen = reader.press("/theme", "theme", "dark", "back", place);
            assertThat(chosen.response().uri().getAuthority())
                    .describedAs(place)
                    .isEqualTo("localhost:" + port);
        }
        var owner = doors.owner(port);
        for (var name : List.of("next", "url", "return", "returnTo", "redirect", "redirect_uri", "continue", "back")) {
            for (var path : List.of("/", "/sign-in", "/pairs", "/programmes")) {
                var page = owner.ask(path, name, "https://elsewhere.example/");
                assertThat(page.response().uri().getAuthority()).isEqualTo("localhost:" + port);
            }
        }
        for (var path : List.of("//elsewhere.example/", "/\\elsewhere.example/", "/%2f/elsewhere.example/", "/pairs")) {
            assertThat(answer("GET " + path
                            + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-Host: elsewhere.example\r\n\r\n"))
                    .describedAs(path)
                    .doesNotContainPattern("(?i)location: *(https?:)?[/\\\\]{2}elsewhere");
        }
    }

    /// Forty ways to write the address of another site.
    private static List<String> elsewhere() {
        var site = "elsewhere.example";
        return Stream.of("https://", "http://", "//", "///", "/\\", "\\\\", "https:", "https:/", "/%2f", "/%5c")
                .flatMap(begin -> Stream.of(
                        begin + site, " " + begin + site, begin + "localhost@" + site, begin + site + "/%2e%2e"))
                .toList();
    }

    private int answers(String request) throws IOException {
        return answer(request).split("HTTP/1\\.1 \\d{3}", -1).length - 1;
    }

    /// All that comes until the server ends the connection or says nothing for a while.
    private String answer(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            var all = new StringBuilder();
            var bytes = new byte[8192];
            try {
                for (int read = socket.getInputStream().read(bytes);
                        read >= 0;
                        read = socket.getInputStream().read(bytes)) {
                    all.append(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
                }
            } catch (SocketTimeoutException silent) {
                all.append("");
            }
            return all.toString();
        }
    }
}
