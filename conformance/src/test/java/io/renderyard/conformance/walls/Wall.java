package io.renderyard.conformance.walls;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/**
 * Every wall that class files can prove, as a rule over a tree of packages: {@code io.renderyard} for the house itself,
 * the planted tree for the proof that the rule bites.
 */
public enum Wall {
    THE_TABLE(ModuleWalls::theTable),
    KERNEL_STANDS_ALONE(root -> ModuleWalls.standsAlone(root, "kernel")),
    EXPRESSION_STANDS_ALONE(root -> ModuleWalls.standsAlone(root, "expression")),
    PREVIEW_STANDS_ALONE(root -> ModuleWalls.standsAlone(root, "preview")),
    DIALECT_IS_PURE(ModuleWalls::dialectIsPure),
    NO_CYCLES(ModuleWalls::noCycles),
    VENDORS_END_AT_THE_DOOR(VendorWalls::vendorsEndAtTheDoor),
    SELENIUM_ONLY_IN_THE_BROWSER(LibraryWalls::selenium),
    AMQP_ONLY_AT_THE_DOORBELL(LibraryWalls::amqp),
    SQL_ONLY_IN_DB(LibraryWalls::sql),
    DATA_ACCESS_FAILURES_ARE_NAMED(LibraryWalls::dataAccessFailures),
    HANDLEBARS_ONLY_IN_ITS_MODULE(LibraryWalls::handlebars),
    SOCKETS_ONLY_IN_EGRESS(LibraryWalls::sockets),
    NOTHING_SLEEPS(HabitWalls::nothingSleeps),
    EVERY_PACKAGE_IS_NULL_MARKED(HabitWalls::nullMarked),
    NAMES_SAY_SOMETHING(HabitWalls::namesSaySomething),
    COMPONENTS_STAY_AT_HOME(HabitWalls::componentsStayAtHome),
    NO_TESTS_IN_MAIN(HabitWalls::noTestsInMain);

    private final Function<String, ArchRule> rule;

    Wall(Function<String, ArchRule> rule) {
        this.rule = rule;
    }

    /** This wall around the packages below {@code root}, such as {@code io.renderyard}. */
    ArchRule around(String root) {
        return rule.apply(root);
    }
}
