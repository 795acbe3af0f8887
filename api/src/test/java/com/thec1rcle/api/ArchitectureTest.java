package com.thec1rcle.api;

import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.thec1rcle.command.config.Decider;
import com.thec1rcle.command.config.Process;
import com.thec1rcle.query.config.Projection;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.queryhandling.QueryHandler;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house that a machine can check. */
class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("com.thec1rcle");

    @Test
    void theLanguageKnowsNoSpringAndNobodyElse() {
        check(noClasses()
                .that()
                .resideInAPackage("com.thec1rcle.kernel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "com.mongodb..",
                        "com.thec1rcle.command..",
                        "com.thec1rcle.query..",
                        "com.thec1rcle.api.."));
    }

    @Test
    void theSidesDoNotKnowEachOther() {
        check(noClasses()
                .that()
                .resideInAPackage("com.thec1rcle.command..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.thec1rcle.query..", "com.thec1rcle.api.."));
        check(noClasses()
                .that()
                .resideInAPackage("com.thec1rcle.query..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.thec1rcle.command..", "com.thec1rcle.api.."));
    }

    @Test
    void onlyTheAssemblyOfTheApplicationKnowsTheSides() {
        check(noClasses()
                .that()
                .resideInAPackage("com.thec1rcle.api..")
                .and()
                .resideOutsideOfPackage("com.thec1rcle.api.config..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.thec1rcle.command..", "com.thec1rcle.query.."));
    }

    @Test
    void aggregatesDoNoInputOrOutput() {
        check(noClasses()
                .that()
                .areAnnotatedWith(Decider.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "com.mongodb..",
                        "java.net..",
                        "java.nio.file..",
                        "java.sql..",
                        "reactor.."));
    }

    @Test
    void nobodyWhoDecidesOrDerivesAsksAnyClockButTheInjectedOne() {
        check(noClasses()
                .that()
                .resideInAnyPackage("com.thec1rcle.command..", "com.thec1rcle.query..", "com.thec1rcle.kernel..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now"));
    }

    @Test
    void aggregatesAreClosedAndInTheirFeature() {
        check(classes()
                .that()
                .areAnnotatedWith(Decider.class)
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .andShould()
                .resideInAPackage("com.thec1rcle.command.."));
    }

    @Test
    void everyProjectionAndProcessHasItsOwnProgress() {
        check(classes().that().areAnnotatedWith(Projection.class).should(haveAGroupThatBeginsWith("projection-")));
        check(classes().that().areAnnotatedWith(Process.class).should(haveAGroupThatBeginsWith("process-")));
    }

    @Test
    void queriesShowOnlyTheLanguage() {
        check(methods()
                .that()
                .areAnnotatedWith(QueryHandler.class)
                .should(answer(are(describe(
                        "of the kernel",
                        type -> type.getPackageName().startsWith("com.thec1rcle.kernel")
                                || type.isEquivalentTo(Optional.class))))));
    }

    @Test
    void theQuerySideIsNotReactive() {
        check(noClasses()
                .that()
                .resideInAPackage("com.thec1rcle.query..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("reactor.."));
    }

    @Test
    void controllersReachNoDatabase() {
        check(noClasses()
                .that()
                .areAnnotatedWith(RestController.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.data..", "com.mongodb..", "java.sql.."));
    }

    @Test
    void nothingIsInjectedIntoFields() {
        check(fields().should().notBeAnnotatedWith(Autowired.class));
    }

    @Test
    void thereIsNoDrawerForThisAndThat() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Helper"));
        check(noClasses().should().resideInAnyPackage("..util..", "..utils..", "..common.."));
    }

    private static void check(ArchRule rule) {
        rule.check(HOUSE);
    }

    private static <T> DescribedPredicate<T> describe(String text, java.util.function.Predicate<T> predicate) {
        return DescribedPredicate.describe(text, predicate);
    }

    private static ArchCondition<JavaClass> haveAGroupThatBeginsWith(String prefix) {
        return new ArchCondition<>("have a processing group that begins with " + prefix) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean named = type.tryGetAnnotationOfType(ProcessingGroup.class)
                        .map(group -> group.value().startsWith(prefix))
                        .orElse(false);
                events.add(new SimpleConditionEvent(type, named, type.getName()));
            }
        };
    }

    private static ArchCondition<JavaMethod> answer(DescribedPredicate<JavaClass> allowed) {
        return new ArchCondition<>("answer types that " + allowed.getDescription()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                events.add(new SimpleConditionEvent(
                        method, allowed.test(method.getRawReturnType()), method.getFullName()));
            }
        };
    }
}
