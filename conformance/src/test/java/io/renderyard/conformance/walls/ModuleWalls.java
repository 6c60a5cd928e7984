package io.renderyard.conformance.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Who may know whom among our own packages. */
final class ModuleWalls {
    private ModuleWalls() {}

    static ArchRule theTable(String root) {
        return classes().should(new KeepToTheTable(root));
    }

    static ArchRule standsAlone(String root, String module) {
        return classes()
                .that()
                .resideInAPackage(root + "." + module + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify..", root + "." + module + "..", Breaks.class.getPackageName());
    }

    static ArchRule dialectIsPure(String root) {
        return classes()
                .that()
                .resideInAPackage(root + ".dialect..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "org.apache.commons.csv..",
                        root + ".kernel..",
                        root + ".dialect..",
                        Breaks.class.getPackageName());
    }

    static ArchRule noCycles(String root) {
        return slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    private static final class KeepToTheTable extends ArchCondition<JavaClass> {
        private final String prefix;

        KeepToTheTable(String root) {
            super("use only the modules that the table of design.md, section 3, allows");
            this.prefix = root + ".";
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            String from = module(type);
            if (!ModuleTable.modules().contains(from)) {
                events.add(SimpleConditionEvent.violated(
                        type, type.getName() + " is in no module of the table; add the module to ModuleTable"));
                return;
            }
            type.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> ours(dependency) && !ModuleTable.allows(from, module(target(dependency))))
                    .forEach(dependency ->
                            events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
        }

        private boolean ours(Dependency dependency) {
            return target(dependency).getName().startsWith(prefix);
        }

        private static JavaClass target(Dependency dependency) {
            return dependency.getTargetClass().getBaseComponentType();
        }

        private String module(JavaClass type) {
            String below = type.getPackageName().substring(prefix.length());
            int dot = below.indexOf('.');
            return dot < 0 ? below : below.substring(0, dot);
        }
    }
}
