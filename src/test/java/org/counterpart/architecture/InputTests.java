// SPDX-License-Identifier: Apache-2.0
package org.counterpart.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.counterpart.architecture.Bytecode.Call;
import org.counterpart.evidence.Asvs;
import org.junit.jupiter.api.Test;

/// Nothing that anybody typed becomes SQL, a command, a program, an address or an object.
class InputTests {
    private static final JavaClasses SOURCES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.counterpart");

    private static final String CLIENT = "org/springframework/jdbc/core/simple/JdbcClient";

    /// They make statements of tables and columns that `resources/privacy` declares and the catalogue knows, before
    /// anybody is served; what is asked about goes in as parameters.
    private static final Set<String> FROM_DECLARATIONS = Set.of(
            "org.counterpart.privacy.Retaining",
            "org.counterpart.privacy.Erasing",
            "org.counterpart.privacy.Exporting");

    /// PostgreSQL takes no parameters where roles are made; it is a name of ours and a password of hexadecimal digits.
    private static final Set<String> MAKES_ROLES = Set.of("org.counterpart.postgres.RuntimeRole");

    @Test
    @Asvs("1.2.4")
    void statements_are_constants_and_values_are_parameters() {
        var asked = Bytecode.calls(call -> call.of(CLIENT, "sql"));
        var built = new TreeSet<String>();
        asked.stream()
                .filter(call -> call.constant(1).isEmpty())
                .map(Call::ofClass)
                .forEach(built::add);
        Bytecode.calls(InputTests::other).stream()
                .filter(Call::putTogether)
                .map(Call::ofClass)
                .forEach(built::add);

        assertThat(asked).hasSizeGreaterThan(100);
        built.removeAll(FROM_DECLARATIONS);
        built.removeAll(MAKES_ROLES);
        assertThat(built).isEmpty();
    }

    private static boolean other(Call call) {
        return call.of("org/springframework/jdbc/core/JdbcTemplate", "batchUpdate", "update", "query", "execute")
                || call.of("java/sql/Connection", "prepareStatement", "prepareCall", "nativeSQL")
                || call.of("java/sql/Statement", "execute", "executeQuery", "executeUpdate", "addBatch");
    }

    @Test
    @Asvs("1.2.5")
    void commands_are_run_for_the_database_that_we_bring_along_alone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.counterpart.postgres")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .check(SOURCES);
    }

    @Test
    @Asvs({"1.3.7", "1.5.1", "1.5.2"})
    void nothing_is_run_or_made_from_what_was_typed() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.expression..",
                        "javax.script..",
                        "javax.tools..",
                        "gg.jte.resolve..",
                        "javax.xml..",
                        "org.w3c..",
                        "org.xml..",
                        "org.dom4j..",
                        "com.fasterxml.jackson.dataformat.xml..",
                        "java.beans..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.io.ObjectInputStream.class, ClassLoader.class)
                .check(SOURCES);
        assertThat(Bytecode.calls(call -> List.of(
                                "activateDefaultTyping",
                                "activateDefaultTypingAsProperty",
                                "enableDefaultTyping",
                                "polymorphicTypeValidator")
                        .contains(call.invoked().name().stringValue())))
                .isEmpty();
    }

    @Test
    @Asvs({"1.3.6", "13.2.4"})
    void only_the_way_to_a_provider_calls_another_system() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.counterpart.identity.signon")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "org.springframework.web.client..",
                        "org.springframework.http.client..",
                        "org.springframework.web.reactive..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(java.net.URLConnection.class, java.net.Socket.class, java.net.DatagramSocket.class)
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .check(SOURCES);
    }

    @Test
    @Asvs("11.5.1")
    void what_must_not_be_guessed_comes_from_a_source_for_secrets() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.counterpart.identity..",
                        "org.counterpart.pairing..",
                        "org.counterpart.notify..",
                        "org.counterpart.postgres..",
                        "org.counterpart.privacy..",
                        "org.counterpart.audit..",
                        "org.counterpart.limits..",
                        "org.counterpart.web..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        java.util.SplittableRandom.class,
                        java.util.concurrent.ThreadLocalRandom.class,
                        java.util.random.RandomGenerator.class)
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callConstructor(java.util.Random.class)
                .orShould()
                .callConstructor(java.util.Random.class, long.class)
                .check(SOURCES);
    }
}
