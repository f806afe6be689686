// SPDX-License-Identifier: Apache-2.0
package org.counterpart.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What every page is drawn in: texts, theme, who is asking, and the token that its forms carry.
///
/// @param path of the request, so that the navigation knows where it is
/// @param csrf name and value of the hidden field in each form
/// @param seers tells who sees what is kept
/// @param notice text to show once, after something was done
public record Frame(
        Texts texts,
        @Nullable SignedIn visitor,
        Theme theme,
        boolean demonstration,
        String path,
        Map.Entry<String, String> csrf,
        SeenBy seers,
        @Nullable String notice) {

    public String t(String key, Object... arguments) {
        return texts.say(key, arguments);
    }

    /// Who sees what somebody types, in a sentence.
    ///
    /// @param column where it will be kept, as `decision.reason`
    public String seen(String column) {
        return t("web.seen", t(seers.key(column)));
    }

    public String told(Saying saying) {
        return saying.in(texts);
    }

    public String moment(Instant at) {
        return texts.moment(at);
    }

    public String day(Instant at) {
        return texts.day(at);
    }

    public String day(LocalDate day) {
        return texts.day(day);
    }

    public boolean signedIn() {
        return visitor != null;
    }

    public boolean owner() {
        return visitor != null && visitor.owner();
    }

    /// Whether they read the audit log.
    public boolean audits() {
        return owner() || visitor != null && visitor.duties().stream().anyMatch(held -> held.duty() == Duty.AUDITOR);
    }

    public boolean entrusted() {
        return visitor != null && !visitor.duties().isEmpty();
    }

    public boolean participant() {
        return visitor != null && visitor.personId() != null;
    }

    /// The name of whoever is signed in, empty for others.
    public String name() {
        return visitor == null ? "" : visitor.name();
    }

    /// Whether a link in the navigation points to where we are.
    public boolean at(String link) {
        return path.equals(link) || path.startsWith(link + "/");
    }
}
