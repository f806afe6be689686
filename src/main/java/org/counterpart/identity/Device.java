// SPDX-License-Identifier: Apache-2.0
package org.counterpart.identity;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.counterpart.web.Saying;

/// A browser and what it runs on, as it calls itself; enough to tell one's own apart, and no more is kept.
///
/// @param browser its name; empty where it is none that we know
/// @param system on which it runs; empty where it is none that we know
public record Device(String browser, String system) {
    /// The first that a browser names decides: each names also those that it wants to pass for.
    private static final List<Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser/", "Samsung Internet"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Entry<String, String>> SYSTEMS = List.of(
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Android", "Android"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "Mac"),
            Map.entry("Linux", "Linux"));

    /// @param agent the header User-Agent, which anybody may write as they like
    public static Device of(String agent) {
        return new Device(first(BROWSERS, agent), first(SYSTEMS, agent));
    }

    public Saying told() {
        if (browser.isEmpty() && system.isEmpty()) {
            return Saying.of("identity.device.unknown");
        }
        return browser.isEmpty() || system.isEmpty()
                ? Saying.of("identity.device.one", browser + system)
                : Saying.of("identity.device", browser, system);
    }

    private static String first(List<Entry<String, String>> known, String agent) {
        return known.stream()
                .filter(each -> agent.contains(each.getKey()))
                .map(Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
