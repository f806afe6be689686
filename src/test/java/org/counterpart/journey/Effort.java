// SPDX-License-Identifier: Apache-2.0
package org.counterpart.journey;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/// How long somebody who does this for the first time takes for what they do on pages: each press and each letter by
/// the Keystroke-Level Model (Card, Moran & Newell 1980, doi 10.1145/358886.358895), for a typist of forty words a
/// minute, and each line, of pages and of what stands in their fields, that they have not read before at 238 words a
/// minute (Brysbaert 2019, doi 10.1016/j.jml.2019.104047). What a page takes to come is counted as one second, whatever
/// the machine.
final class Effort {
    private static final double KEY = 0.28;
    private static final double POINT = 1.1;
    private static final double BUTTON = 0.2;
    private static final double HAND = 0.4;
    private static final double THINK = 1.35;
    private static final double PAGE = 1;
    private static final double WORD = 60.0 / 238;

    private final Page page;
    private final Set<String> read = new HashSet<>();
    private double seconds;

    Effort(Page page) {
        this.page = page;
    }

    void open(String path) {
        page.navigate(path);
        arrive();
    }

    /// Presses something that leads to a page.
    void press(String selector) {
        choose(selector);
        page.waitForLoadState();
        arrive();
    }

    /// Presses something after which the device asks for a finger, which leads to a page.
    void touch(String selector, Pattern address) {
        first(selector).click();
        seconds += 2 * (THINK + POINT + BUTTON);
        page.waitForURL(address);
        page.waitForLoadState();
        arrive();
    }

    /// Ticks, picks or unfolds something on the same page.
    void choose(String selector) {
        first(selector).click();
        seconds += THINK + POINT + BUTTON;
        readOn();
    }

    /// Thinks of something and types it.
    void type(String selector, String text) {
        first(selector).fill(text);
        text.lines().map(String::strip).forEach(read::add);
        seconds += THINK + POINT + BUTTON + 2 * HAND + KEY * text.length();
    }

    /// Picks a file from a dialog.
    void pick(String selector, String name, byte[] content) {
        page.setInputFiles(selector, new com.microsoft.playwright.options.FilePayload(name, "text/csv", content));
        seconds += 3 * (THINK + POINT + BUTTON);
    }

    double minutes() {
        return seconds / 60;
    }

    private Locator first(String selector) {
        return page.locator(selector).first();
    }

    private void arrive() {
        seconds += PAGE;
        readOn();
    }

    /// What a page proposes in its fields is read as well; what they typed there is known to them.
    private void readOn() {
        read(page.locator("main").innerText());
        page.locator("main .input:visible").all().stream()
                .filter(field -> !Boolean.TRUE.equals(field.evaluate("field => field.type === 'file'")))
                .forEach(field -> read(field.inputValue()));
    }

    private void read(String text) {
        text.lines()
                .map(String::strip)
                .filter(read::add)
                .forEach(line -> seconds += WORD * (line.isEmpty() ? 0 : line.split("\\s+").length));
    }
}
