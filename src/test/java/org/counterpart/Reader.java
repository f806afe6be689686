// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/// Somebody with a browser of their own, without scripts: opens pages and presses buttons.
public final class Reader {
    private static final Pattern ASKED = Pattern.compile("data-passkey-(?:get|make)=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client;
    private final String address;
    private final String forwardedFor;
    private String token = "";

    public Reader(int port) {
        this(port, "");
    }

    /// @param forwardedFor what a proxy says where they come from; empty without a proxy
    public Reader(int port, String forwardedFor) {
        this(
                port,
                forwardedFor,
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build());
    }

    private Reader(int port, String forwardedFor, HttpClient client) {
        this.address = "http://localhost:" + port;
        this.forwardedFor = forwardedFor;
        this.client = client;
    }

    /// The same browser, whose requests another node answers.
    public Reader at(int node) {
        return new Reader(node, forwardedFor, client);
    }

    /// A page as it arrived, after all redirections.
    public record Page(int status, String path, String text, HttpResponse<String> response) {
        public boolean says(String words) {
            return text.contains(words);
        }

        /// What the page asks a passkey for.
        public String asked() {
            var found = ASKED.matcher(text);
            if (!found.find()) {
                throw new AssertionError("The page %s asks for no passkey: %s".formatted(path, text));
            }
            return HtmlUtils.htmlUnescape(found.group(1));
        }
    }

    /// What their browser shows the server, by name.
    public Map<String, String> cookies() {
        var kept = (CookieManager) client.cookieHandler().orElseThrow();
        return kept.getCookieStore().getCookies().stream()
                .collect(Collectors.toMap(HttpCookie::getName, HttpCookie::getValue));
    }

    public Page open(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)));
    }

    /// A file as it arrived.
    public HttpResponse<byte[]> download(String path) {
        return answer(HttpRequest.newBuilder(URI.create(address + path)), BodyHandlers.ofByteArray());
    }

    /// Asks by a form that changes nothing; fields as name, value, name, value …
    public Page ask(String path, String... fields) {
        return open(path + "?" + joined(fields));
    }

    /// Sends a form with the token of the page that was opened last; fields as name, value, name, value …
    public Page press(String path, String... fields) {
        var body = joined(fields) + "&_csrf=" + encoded(token);
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /// Sends a form without any token, as another site would.
    public Page pressWithoutToken(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).POST(BodyPublishers.noBody()));
    }

    public Page pressFrom(String site, String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Sec-Fetch-Site", site)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + encoded(token))));
    }

    public Page upload(String path, String name, byte[] content) {
        var boundary = "boundary-" + UUID.randomUUID();
        var parts = List.of(
                bytes("--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n"
                        .formatted(boundary, token)),
                bytes(
                        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                                .formatted(boundary, name)),
                content,
                bytes("\r\n--%s--\r\n".formatted(boundary)));
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(parts)));
    }

    private Page send(HttpRequest.Builder request) {
        var response = answer(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        var found = TOKEN.matcher(response.body());
        if (found.find()) {
            token = found.group(1);
        }
        return new Page(response.statusCode(), response.uri().getPath(), response.body(), response);
    }

    private <T> HttpResponse<T> answer(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        if (!forwardedFor.isEmpty()) {
            request.header("X-Forwarded-For", forwardedFor);
        }
        try {
            return client.send(request.build(), body);
        } catch (IOException broken) {
            throw new IllegalStateException("The server did not answer.", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String joined(String... fields) {
        var pairs = new ArrayList<String>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return String.join("&", pairs);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
