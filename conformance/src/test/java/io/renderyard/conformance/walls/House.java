package io.renderyard.conformance.walls;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The class files that the walls are put around. */
final class House {
    static final String ROOT = "io.renderyard";
    static final String PLANTED_ROOT = "io.renderyard.conformance.walls.planted";

    private House() {}

    /** Production code of all modules, as the build put it on this module's class path. */
    static JavaClasses production() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/conformance/") && !location.contains("/bench/"))
                .importPackages(ROOT);
    }

    /** Small classes that each break a wall, and some that just do not. */
    static JavaClasses planted() {
        return new ClassFileImporter().importPackages(PLANTED_ROOT);
    }
}
