// SPDX-License-Identifier: Apache-2.0
package org.counterpart.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A browser at the sign-in page that asks for links again and again, seen by the server as coming from ever other
/// networks, so that no limit holds it up.
final class Asker {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI page;
    private final String token;
    private int asked;

    Asker(String server) throws IOException, InterruptedException {
        page = URI.create(server + "/sign-in");
        var text = client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString())
                .body();
        var found = TOKEN.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("The page " + page + " has no form: " + text);
        }
        token = found.group(1);
    }

    /// @return milliseconds from sending the form to the end of the answer
    double ask(String address) throws IOException, InterruptedException {
        asked++;
        var request = HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", "203.%d.%d.7".formatted(asked / 250, asked % 250))
                .POST(BodyPublishers.ofString("email=%s&_csrf=%s".formatted(encoded(address), encoded(token))))
                .build();
        long before = System.nanoTime();
        var answer = client.send(request, BodyHandlers.ofString());
        long after = System.nanoTime();
        if (answer.statusCode() != 302) {
            throw new IllegalStateException("Asking for " + address + " was answered by " + answer.statusCode());
        }
        return (after - before) / 1e6;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
