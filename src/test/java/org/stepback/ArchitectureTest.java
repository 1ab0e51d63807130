package org.stepback;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Locations;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rules of the house, which keep each part readable by itself.
@DisplayName("The packages keep to themselves")
class ArchitectureTest {
    private static final String ROOT = "org.stepback";

    /// What may use Vaadin outside of a `ui` package: the security, which guards Vaadin's pages.
    private static final Set<String> MAY_USE_VAADIN = Set.of(ROOT + ".account.SecurityConfiguration");

    private static JavaClasses lab;

    @BeforeAll
    static void read() {
        lab = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    @ParameterizedTest
    @CsvSource({"number, number", "nn, nn|number", "data, data|number"})
    @DisplayName("A student reads the textbook without Spring")
    void textbook(String name, String allowed) {
        classes()
                .that()
                .resideInAPackage(inside(name))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(Stream.concat(
                                Stream.of(inside(allowed.split("\\|"))),
                                Stream.of("java..", "jdk.incubator.vector..", "org.ejml..", "org.jspecify.."))
                        .toArray(String[]::new))
                .check(lab);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exercise", "grading", "interop"})
    @DisplayName("What an author writes and how it is graded see neither pages nor tables nor the web")
    void pure(String name) {
        noClasses()
                .that()
                .resideInAPackage(inside(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library(
                        "com.vaadin",
                        "java.sql",
                        "javax.sql",
                        "org.springframework.jdbc",
                        "org.springframework.data",
                        "org.springframework.web",
                        "org.springframework.http",
                        "jakarta.servlet"))
                .check(lab);
    }

    @ParameterizedTest
    @CsvSource({
        "exercise, number|nn|data|exercise",
        "grading, number|nn|data|exercise|grading",
        "interop, number|nn|data|exercise|interop"
    })
    @DisplayName("An exercise is known without its users, and a grade without runs, courses and people")
    void below(String name, String allowed) {
        noClasses()
                .that()
                .resideInAPackage(inside(name))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(not(resideInAnyPackage(inside(allowed.split("\\|")))))
                        .and(not(resideInAPackage(ROOT))))
                .check(lab);
    }

    @Test
    @DisplayName("Vaadin stays in the ui packages")
    void vaadin() {
        assertThat(MAY_USE_VAADIN).allMatch(lab::contain);
        noClasses()
                .that(not(resideInAPackage(ui())).and(not(named(MAY_USE_VAADIN))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library("com.vaadin"))
                .check(lab);
    }

    /// Which ui package uses which goes one way only: that is [#cycles]. See
    /// src/docs/decisions/0001-parts-of-one-page.md.
    @Test
    @DisplayName("Nothing but pages depends on pages")
    void pages() {
        noClasses()
                .that(not(resideInAPackage(ui())))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ui())
                .check(lab);
    }

    @Test
    @DisplayName("No package needs, by any way round, a package that needs it")
    void cycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(lab);
    }

    /// A feature is a package right below the root with all that is in it; its pages count apart.
    @Test
    @DisplayName("No feature needs, by any way round, a feature that needs it")
    void feature_cycles() {
        slices().assignedFrom(new Features()).should().beFreeOfCycles().check(lab);
    }

    private static final class Features implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            if (!type.getPackageName().startsWith(ROOT + ".")) {
                return SliceIdentifier.ignore();
            }
            String[] parts = type.getPackageName().substring(ROOT.length()).split("\\.");
            boolean page = List.of(parts).contains("ui");
            return SliceIdentifier.of(parts[1], page ? "pages" : "logic");
        }

        @Override
        public String getDescription() {
            return "features";
        }
    }

    /// Such a stream holds its connection until somebody closes it: ten pages of the course took all connections so.
    @Test
    @DisplayName("Rows of a query are read as a list")
    void rows() {
        noClasses()
                .should()
                .callMethod(JdbcClient.MappedQuerySpec.class, "stream")
                .check(lab);
    }

    @Test
    @DisplayName("Only the commands write to the standard streams")
    void streams() {
        noClasses()
                .that(not(resideInAPackage(inside("cli"))))
                .should(ACCESS_STANDARD_STREAMS)
                .check(lab);
    }

    @Test
    @DisplayName("Every package says that null is the exception")
    void null_marked() {
        Set<String> marked = lab.stream()
                .filter(type -> type.getSimpleName().equals("package-info"))
                .filter(type -> type.isAnnotatedWith(NullMarked.class))
                .map(JavaClass::getPackageName)
                .collect(Collectors.toSet());
        assertThat(packages()).isSubsetOf(marked);
    }

    @Test
    @DisplayName("A rule fails that names a package which is not there")
    void renamed() {
        assertThatThrownBy(() -> inside("nn", "formula")).hasMessageContaining(ROOT + ".formula");
        assertThatThrownBy(() -> library("java.sql", "com.vaadim")).hasMessageContaining("com.vaadim");
    }

    @Test
    @DisplayName("A rule fails that is about no class")
    void empty() {
        var rule = noClasses().that(resideInAPackage("org.stepback.formula..")).should(ACCESS_STANDARD_STREAMS);
        assertThatThrownBy(() -> rule.check(lab)).hasMessageContaining("failed to check any classes");
    }

    private static Set<String> packages() {
        return lab.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Returns the packages of one feature, which must be there: a rule about nothing would always hold.
    private static String inside(String feature) {
        String name = ROOT + "." + feature;
        assertThat(lab.containPackage(name))
                .as("a rule names %s, which is no package of the lab", name)
                .isTrue();
        return name + "..";
    }

    private static String[] inside(String... features) {
        return Stream.of(features).map(feature -> inside(feature)).toArray(String[]::new);
    }

    private static String ui() {
        assertThat(packages()).as("the pages' packages").anyMatch(name -> name.endsWith(".ui"));
        return "..ui..";
    }

    /// Returns packages from outside of the lab, which must be on the class path.
    private static String[] library(String... names) {
        for (String name : names) {
            assertThat(Locations.ofPackage(name))
                    .as("a rule names %s, which is not on the class path", name)
                    .isNotEmpty();
        }
        return Stream.of(names).map(name -> name + "..").toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> named(Set<String> names) {
        return describe(
                "are one of " + names, type -> names.contains(outermost(type).getName()));
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }
}
