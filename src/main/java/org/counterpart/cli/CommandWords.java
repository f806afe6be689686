// SPDX-License-Identifier: Apache-2.0
package org.counterpart.cli;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.counterpart.web.Words;

/// The texts of the commands, from the same files as those of the pages, without starting Spring for them.
final class CommandWords implements Words {
    static final ResourceBundle HELP = ResourceBundle.getBundle("messages.help", Locale.ROOT);

    private final List<ResourceBundle> bundles = List.of(
            ResourceBundle.getBundle("messages.cli", Locale.ROOT),
            ResourceBundle.getBundle("messages.web", Locale.ROOT),
            ResourceBundle.getBundle("messages.report", Locale.ROOT),
            ResourceBundle.getBundle("messages.roster", Locale.ROOT),
            ResourceBundle.getBundle("messages.matching", Locale.ROOT),
            ResourceBundle.getBundle("messages.fairness", Locale.ROOT),
            ResourceBundle.getBundle("messages.verifier", Locale.ROOT),
            ResourceBundle.getBundle("messages.draw", Locale.ROOT),
            ResourceBundle.getBundle("messages.postgres", Locale.ROOT),
            ResourceBundle.getBundle("messages.audit", Locale.ROOT),
            ResourceBundle.getBundle("messages.identity", Locale.ROOT),
            ResourceBundle.getBundle("messages.privacy", Locale.ROOT));

    @Override
    public String say(String key, Object... arguments) {
        for (var bundle : bundles) {
            if (bundle.containsKey(key)) {
                var text = bundle.getString(key);
                return arguments.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(arguments);
            }
        }
        throw new MissingResourceException("The text (%s) is in no file.".formatted(key), "messages", key);
    }
}
