// SPDX-License-Identifier: Apache-2.0
package org.counterpart.vault;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.counterpart.journey.Chromium;

/// The vault's modules in a real Chromium, served without the rest of the product, under the same policy.
final class Browser implements AutoCloseable {
    private static final String PAGE =
            "<!doctype html><title>loading</title><script type=module src=/vault/driver.js></script>";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

    private final HttpServer server;
    private final Chromium chromium = new Chromium();
    private final Chromium.Visit visit;

    Browser() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        server.createContext("/", Browser::answer);
        server.start();
        visit = chromium.visit(server.getAddress().getPort(), 1280, ColorScheme.LIGHT);
        visit.page.navigate("/");
        visit.page.waitForCondition(() -> visit.page.title().equals("ready"), new Page.WaitForConditionOptions());
    }

    /// @param script the body of an asynchronous function of `a`, whose modules are `v.hpke` and so on
    String run(String script, Map<String, ?> a) {
        return String.valueOf(visit.page.evaluate("async a => {" + script + "}", a));
    }

    /// @return what the modules said when they refused; the word ACCEPTED if they did not
    String refusal(String script, Map<String, ?> a) {
        return run(
                "try { await (async () => {" + script
                        + "})(); return 'ACCEPTED'; } catch (why) { return why.name + ': ' + why.message; }",
                a);
    }

    byte[] bytes(String script, Map<String, ?> a) {
        try {
            return HexFormat.of().parseHex(run(script, a));
        } catch (PlaywrightException broken) {
            throw new AssertionError(script, broken);
        }
    }

    @Override
    public void close() {
        visit.close();
        chromium.close();
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var resource = path.startsWith("/js/") ? "/static" + path : path;
        byte[] body;
        if (path.equals("/")) {
            body = PAGE.getBytes(StandardCharsets.UTF_8);
        } else {
            try (var found = Browser.class.getResourceAsStream(resource)) {
                body = found == null ? new byte[0] : found.readAllBytes();
            }
        }
        exchange.getResponseHeaders().add("Content-Type", path.endsWith(".js") ? "text/javascript" : "text/html");
        exchange.getResponseHeaders().add("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
