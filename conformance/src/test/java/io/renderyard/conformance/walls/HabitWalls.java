package io.renderyard.conformance.walls;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** Habits of the house. */
final class HabitWalls {
    private static final Set<String> SLEEPERS = Set.of("java.lang.Thread", "java.util.concurrent.TimeUnit");
    private static final String EMPTY_WORDS = "util|helper|manager|misc|impl";
    private static final Pattern EMPTY_PACKAGE = Pattern.compile("(^|\\.)(" + EMPTY_WORDS + ")s?(\\.|$)");
    private static final Pattern EMPTY_CLASS = Pattern.compile("(Util|Helper|Manager|Misc|Impl)s?([A-Z0-9]|$)");
    private static final Pattern TEST_CLASS = Pattern.compile("(Test|Tests|IT|Contract)$|^(Fake|Mock|Stub)[A-Z]");

    private HabitWalls() {}

    static ArchRule nothingSleeps(String root) {
        return noClasses()
                .should(callMethodWhere(DescribedPredicate.<JavaMethodCall>describe(
                        "sleeps",
                        call -> call.getName().equals("sleep")
                                && SLEEPERS.contains(call.getTargetOwner().getName()))));
    }

    static ArchRule nullMarked(String root) {
        return every(
                "be in a package with @NullMarked",
                type -> type.getPackage().isAnnotatedWith(NullMarked.class),
                "is in a package whose package-info lacks @NullMarked");
    }

    static ArchRule namesSaySomething(String root) {
        return every(
                "have a name that says something",
                type -> !EMPTY_PACKAGE.matcher(type.getPackageName()).find()
                        && !EMPTY_CLASS.matcher(type.getSimpleName()).find(),
                "is named after nothing it does; find the noun");
    }

    static ArchRule componentsStayAtHome(String root) {
        return classes()
                .that()
                .areMetaAnnotatedWith("org.springframework.stereotype.Component")
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and(DescribedPredicate.describe("are no starting point", type -> !starts(type)))
                .should(condition(
                        "be package-private where nobody else uses them",
                        HabitWalls::usedElsewhere,
                        "is public, and no other package uses it"));
    }

    static ArchRule noTestsInMain(String root) {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.junit..",
                        "org.assertj..",
                        "org.awaitility..",
                        "org.hamcrest..",
                        "org.mockito..",
                        "org.testcontainers..",
                        "org.springframework.boot.test..",
                        "org.springframework.test..",
                        "com.tngtech..",
                        "com.standardwebhooks..")
                .orShould(condition(
                        "be named like a test",
                        type -> TEST_CLASS.matcher(type.getSimpleName()).find(),
                        "is not named like a test"));
    }

    private static boolean starts(JavaClass type) {
        return type.getMethods().stream()
                .anyMatch(method ->
                        method.getName().equals("main") && method.getModifiers().contains(JavaModifier.STATIC));
    }

    private static boolean usedElsewhere(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    private static ArchRule every(String what, Predicate<JavaClass> kept, String complaint) {
        return classes().should(condition(what, kept, complaint));
    }

    private static ArchCondition<JavaClass> condition(String what, Predicate<JavaClass> kept, String complaint) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean good = kept.test(type);
                events.add(new SimpleConditionEvent(
                        type, good, type.getName() + (good ? " keeps: " + what : " " + complaint)));
            }
        };
    }
}
