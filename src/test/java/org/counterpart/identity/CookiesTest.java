// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.counterpart.CounterpartTest;
import org.counterpart.evidence.Asvs;
import org.counterpart.evidence.Threat;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// An installation behind a proxy that speaks TLS.
@CounterpartTest
@TestPropertySource(properties = "counterpart.site.url=https://counterpart.example")
class CookiesTest {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;

    @Test
    @Asvs({"3.3.1", "3.3.2", "3.3.4", "3.4.1"})
    @Threat(35)
    void every_cookie_is_for_this_host_alone_and_for_no_script_and_the_browser_stays_with_tls() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var page = client.send(request("/sign-in").build(), BodyHandlers.ofString());
            var cookies = cookies(page);
            var found = TOKEN.matcher(page.body());
            assertThat(found.find()).isTrue();
            var asked = client.send(
                    request("/sign-in")
                            .header("Cookie", names(cookies))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("email=a%40x.example&_csrf=" + found.group(1)))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(asked.statusCode()).isEqualTo(302);

            assertThat(cookies).isNotEmpty();
            for (var cookie : java.util.stream.Stream.concat(cookies.stream(), cookies(asked).stream())
                    .toList()) {
                assertThat(cookie)
                        .startsWith("__Host-")
                        .contains("Secure")
                        .contains("HttpOnly")
                        .contains("Path=/")
                        .containsPattern("SameSite=(Lax|Strict)")
                        .doesNotContain("Domain");
            }
            assertThat(page.headers().firstValue("Strict-Transport-Security").orElse(""))
                    .contains("max-age=31536000");
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-For", "203.0.113.5");
    }

    private static List<String> cookies(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie");
    }

    private static String names(List<String> cookies) {
        return cookies.stream().map(cookie -> cookie.split(";", 2)[0]).collect(Collectors.joining("; "));
    }
}
