// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;

/// Texts in one language. Missing texts are bugs and fail loudly.
public record Texts(MessageSource messages, Locale locale) implements Words {
    @Override
    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    /// Date and time of day, in UTC, which is named.
    public String moment(Instant at) {
        return DateTimeFormatter.ofPattern(say("web.moment"), locale)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    public String day(Instant at) {
        return DateTimeFormatter.ofPattern(say("web.day"), locale)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }
}
