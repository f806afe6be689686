// SPDX-License-Identifier: Apache-2.0
package org.counterpart;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.haveRawType;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.counterpart.vault.HoldersChanged;
import org.counterpart.vault.KeyLogged;
import org.junit.jupiter.api.Test;

class ArchitectureTests {
    private static final JavaClasses SOURCES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.counterpart");

    @Test
    void the_solver_knows_nothing_but_the_language() {
        classes()
                .that()
                .resideInAPackage("org.counterpart.matching.solver")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("org.counterpart.matching.solver", "java.lang..", "java.util..", "org.jspecify..")
                .check(SOURCES);
    }

    @Test
    void the_solver_has_no_clock_and_no_chance_of_its_own() {
        noClasses()
                .that()
                .resideInAPackage("org.counterpart.matching.solver")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameContaining("Random")
                .check(SOURCES);
    }

    @Test
    void the_draw_knows_nothing_but_the_language_and_has_no_clock_and_no_chance_of_its_own() {
        classes()
                .that()
                .resideInAPackage("org.counterpart.enrolment.draw")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "org.counterpart.enrolment.draw",
                        "java.lang..",
                        "java.util..",
                        "java.math",
                        "java.io",
                        "java.nio",
                        "java.nio.charset",
                        "java.security",
                        "java.text",
                        "javax.crypto..",
                        "org.jspecify..")
                .check(SOURCES);
        noClasses()
                .that()
                .resideInAPackage("org.counterpart.enrolment.draw")
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameContaining("Random")
                .check(SOURCES);
    }

    @Test
    void the_verifier_shares_nothing_with_what_it_checks() {
        noClasses()
                .that()
                .resideInAPackage("org.counterpart.matching.verifier")
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("are ours and not the verifier's") {
                    @Override
                    public boolean test(JavaClass used) {
                        return used.getPackageName().startsWith("org.counterpart")
                                && !used.getPackageName().equals("org.counterpart.matching.verifier");
                    }
                })
                .check(SOURCES);
    }

    @Test
    void commands_that_need_no_database_start_without_spring() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "org.counterpart.cli",
                        "org.counterpart.enrolment.draw..",
                        "org.counterpart.matching.files",
                        "org.counterpart.matching.verifier")
                .and()
                .doNotHaveSimpleName("package-info")
                .and()
                .haveNameNotMatching(".*\\.(ServeCommand|EraseCommand|Starting)")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(SOURCES);
    }

    /// A stream from the database holds its connection until somebody closes it, and nobody does.
    @Test
    void no_query_is_read_as_a_stream() {
        noClasses()
                .should()
                .callMethod(org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec.class, "stream")
                .check(SOURCES);
    }

    /// What is sealed in browsers is bytes here, whatever they once were: nothing of this module makes words of them,
    /// or
    /// has a cipher or a key agreement to open them with.
    @Test
    void the_vault_makes_no_words_of_what_is_sealed_and_cannot_open_it() {
        noClasses()
                .that()
                .resideInAPackage("org.counterpart.vault..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.crypto..", "com.google.crypto..", "java.nio.charset")
                .orShould()
                .callConstructor(String.class, byte[].class)
                .orShould()
                .callConstructor(String.class, byte[].class, java.nio.charset.Charset.class)
                .check(SOURCES);
        fields().that()
                .areDeclaredInClassesThat(resideInAPackage("org.counterpart.vault")
                        .and(DescribedPredicate.describe(
                                "are records of what is kept",
                                each -> each.isRecord()
                                        && !each.isAssignableTo(KeyLogged.class)
                                        && !each.isAssignableTo(HoldersChanged.class))))
                .should(haveRawType(DescribedPredicate.describe(
                        "no text", type -> !type.getBaseComponentType().isAssignableTo(CharSequence.class))))
                .check(SOURCES);
    }

    @Test
    void nobody_but_the_vault_names_its_tables() throws IOException {
        try (var files = Files.walk(Path.of("src", "main", "java"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> !each.toString().contains("/org/counterpart/vault/"))
                    .toList()) {
                assertThat(Files.readString(file))
                        .describedAs(file.toString())
                        .doesNotContain(
                                "vault_member",
                                "vault_holder",
                                "key_log_entry",
                                "vault_space",
                                "vault_epoch_key",
                                "vault_asking",
                                "sealed_item",
                                "conversation_key",
                                "conversation_item",
                                "conversation_chunk",
                                "keystore.");
            }
        }
    }
}
