// SPDX-License-Identifier: Apache-2.0
package org.counterpart.privacy;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.counterpart.privacy.Exporting.Section;
import org.counterpart.web.Texts;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/// The ZIP that a person takes along: `read.html` for people, `data.json` for programs, with the same content.
public final class ExportFile {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final List<String> STYLES = List.of("tokens.css", "base.css", "components.css");

    private final List<Section> sections;
    private final Instant at;

    public ExportFile(List<Section> sections, Instant at) {
        this.sections = List.copyOf(sections);
        this.at = at;
    }

    /// Writes entry after entry, and leaves the stream open.
    public void write(OutputStream out, Texts texts) throws IOException {
        var zip = new ZipOutputStream(out);
        var page = new Utf8ByteOutput();
        TEMPLATES.render(
                "privacy/export.jte",
                Map.of("texts", texts, "page", new ReadableExport(sections, texts.moment(at), texts)),
                page);
        zip.putNextEntry(new ZipEntry("read.html"));
        page.writeTo(zip);
        zip.putNextEntry(new ZipEntry("data.json"));
        zip.write(JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(new Content("counterpart-export-1", at, sections)));
        for (var style : STYLES) {
            zip.putNextEntry(new ZipEntry("css/" + style));
            try (var css = new ClassPathResource("static/css/" + style).getInputStream()) {
                css.transferTo(zip);
            }
        }
        zip.finish();
    }

    record Content(String format, Instant madeAt, List<Section> sections) {}
}
