// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// One sentence that the next page shows once: what was just done.
@Component
public class Notice {
    static final String NAME = "notice";

    private final MessageSource messages;

    Notice(MessageSource messages) {
        this.messages = messages;
    }

    public void show(RedirectAttributes flash, String key, Object... arguments) {
        Locale locale = LocaleContextHolder.getLocale();
        flash.addFlashAttribute(NAME, new Texts(messages, locale).say(key, arguments));
    }
}
