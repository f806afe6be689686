// SPDX-License-Identifier: Apache-2.0
package org.counterpart.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.counterpart.evidence.Asvs;
import org.junit.jupiter.api.Test;
import org.springframework.web.multipart.MultipartFile;

/// What is not there, so that nothing can go wrong with it.
class AbsentTests {
    private static final JavaClasses SOURCES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.counterpart");
    private static final Path RESOURCES = Path.of("src", "main", "resources");
    private static final Path TEMPLATES = Path.of("src", "main", "jte");

    @Test
    @Asvs({"6.2.1", "6.2.4", "6.2.12", "11.4.2"})
    void no_password_exists_for_anyone() throws IOException {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.security.crypto.password..",
                        "org.springframework.security.crypto.bcrypt..",
                        "org.springframework.security.crypto.argon2..",
                        "org.springframework.security.provisioning..")
                .check(SOURCES);
        assertThat(saying(TEMPLATES, "type=\"?password|current-password|new-password"))
                .isEmpty();
        assertThat(saying(RESOURCES.resolve("db"), "(?i)password|passwd|pwd")).isEmpty();
    }

    @Test
    @Asvs("1.3.1")
    void no_text_is_written_as_markup_whoever_typed_it() throws IOException {
        assertThat(saying(TEMPLATES, "\\$unsafe")).isEmpty();
        // What templates write passes the escaping of HTML, and nobody hands them markup of their own.
        noClasses()
                .should()
                .accessField(gg.jte.ContentType.class, "Plain")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(gg.jte.Content.class, gg.jte.TemplateOutput.class)
                .check(SOURCES);
        assertThat(saying(
                        RESOURCES.resolve("static"),
                        "innerHTML|outerHTML|insertAdjacentHTML|document[.]write|DOMParser|createContextualFragment"))
                .isEmpty();
    }

    @Test
    @Asvs("4.4.2")
    void no_page_keeps_a_connection_open() throws IOException {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web.socket..", "jakarta.websocket..", "java.net.http.WebSocket..")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Emitter")
                .check(SOURCES);
        assertThat(saying(RESOURCES.resolve("static"), "WebSocket|EventSource|WebTransport"))
                .isEmpty();
    }

    /// A table and a template, which are read as text and shown to nobody as a file.
    @Test
    @Asvs({"5.2.6", "5.4.3", "14.2.8"})
    void no_file_is_taken_but_two_kinds_that_are_read_as_text_and_handed_on_to_nobody() {
        var taking = SOURCES.stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(MultipartFile.class)))
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .toList();

        assertThat(taking).containsExactlyInAnyOrder("ImportPages.upload", "TemplatePages.upload");
    }

    private static List<Path> saying(Path folder, String words) throws IOException {
        var pattern = Pattern.compile(words);
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> pattern.matcher(text(file)).find())
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
