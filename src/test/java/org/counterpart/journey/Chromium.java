// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The machine's Chromium, one for all journeys.
public final class Chromium implements AutoCloseable {
    private static final List<String> PLACES =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    public Chromium() {
        var program = PLACES.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "No Chromium at %s. Install it with: apt-get install chromium".formatted(PLACES)));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(List.of("--no-sandbox")));
    }

    /// Somebody at a screen.
    ///
    /// @param width in CSS pixels
    public Visit visit(int port, int width, ColorScheme scheme) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(width, 900)
                .setJavaScriptEnabled(true)
                .setColorScheme(scheme));
        return new Visit(context, width);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /// A visit notes whatever the browser complains about.
    public static final class Visit implements AutoCloseable {
        private final BrowserContext context;
        private final int width;
        private final List<String> complaints = new ArrayList<>();
        public final Page page;

        private Visit(BrowserContext context, int width) {
            this.context = context;
            this.width = width;
            this.page = context.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
                    complaints.add(message.text());
                }
            });
        }

        /// Goes on where somebody signed in elsewhere.
        public void carryOn(Map<String, String> cookies) {
            context.addCookies(cookies.entrySet().stream()
                    .map(each -> new Cookie(each.getKey(), each.getValue())
                            .setDomain("localhost")
                            .setPath("/"))
                    .toList());
        }

        void open(String path) {
            page.navigate(path);
            check();
        }

        void press(String selector) {
            page.locator(selector).first().click();
            check();
        }

        /// No complaint of the browser, nothing wider than the screen, no violation that axe finds, one title.
        void check() {
            page.waitForLoadState();
            assertThat(complaints).describedAs(page.url()).isEmpty();
            assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                    .describedAs("width of %s", page.url())
                    .isLessThanOrEqualTo(width);
            assertThat(page.locator("h1").count())
                    .describedAs("titles of %s", page.url())
                    .isEqualTo(1);
            var violations = new AxeBuilder(page).analyze().getViolations();
            assertThat(violations.stream()
                            .map(each -> each.getId() + ": "
                                    + each.getNodes().stream()
                                            .map(node -> node.getHtml())
                                            .toList())
                            .toList())
                    .describedAs(page.url())
                    .isEmpty();
        }

        /// A picture of the whole page, where somebody wants to look: `-Dlooks=FOLDER`.
        void look(String name) {
            var folder = System.getProperty("looks");
            if (folder != null) {
                page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
            }
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
