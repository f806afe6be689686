// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.counterpart.privacy.Catalogue;
import org.counterpart.privacy.Declaration;
import org.counterpart.privacy.ExportFile;
import org.counterpart.privacy.Exporting;
import org.counterpart.privacy.Registry;
import org.counterpart.privacy.Subject;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Download;
import org.counterpart.web.SignedIn;
import org.counterpart.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// What is kept about whoever is signed in, who sees it and for how long; and all of it as a file.
@Controller
@Access(Audience.SIGNED_IN)
public class PrivacyPages {
    private final Registry registry;
    private final Catalogue catalogue;
    private final Exporting exporting;
    private final MessageSource messages;
    private final Clock clock;

    PrivacyPages(Registry registry, Catalogue catalogue, Exporting exporting, MessageSource messages, Clock clock) {
        this.registry = registry;
        this.catalogue = catalogue;
        this.exporting = exporting;
        this.messages = messages;
        this.clock = clock;
    }

    public record PrivacyPage(List<Line> lines) {}

    /// @param seenByKey the text that says who sees most of it
    public record Line(Declaration declaration, String seenByKey) {}

    @GetMapping("/privacy")
    String show(Model model) {
        model.addAttribute("page", new PrivacyPage(lines()));
        return "privacy/show";
    }

    List<Line> lines() {
        var tables = catalogue.tables();
        return registry.aboutPeople().stream()
                .map(declaration -> new Line(
                        declaration,
                        Objects.requireNonNull(tables.get(declaration.table()))
                                .comment()
                                .seenByKey()))
                .toList();
    }

    /// Everything is gathered before the first byte is sent, so that a failure becomes an error page.
    @GetMapping("/privacy/export")
    void export(@AuthenticationPrincipal SignedIn who, Locale locale, HttpServletResponse response) throws IOException {
        var file = new ExportFile(exporting.of(Subject.of(who)), clock.instant());
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, Download.as("counterpart-export.zip"));
        file.write(response.getOutputStream(), new Texts(messages, locale));
    }
}
