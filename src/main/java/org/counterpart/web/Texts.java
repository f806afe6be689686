// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import java.time.Instant;
import java.time.LocalDate;
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

    /// The day in UTC.
    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(say("web.day"), locale).format(day);
    }
}
