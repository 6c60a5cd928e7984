package io.renderyard.conformance.walls;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The class files that the walls are put around. */
final class House {
    static final String ROOT = "io.renderyard";
    static final String PLANTED_ROOT = "io.renderyard.conformance.walls.planted";

    private House() {}

    /** Production code of all modules, as the build put it on this module's class path. */
    static JavaClasses production() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !isOf("conformance", location) && !isOf("bench", location))
                .importPackages(ROOT);
    }

    /** By its packages: what folder the house stands in is nobody's business. */
    private static boolean isOf(String module, Location location) {
        return location.contains("/" + ROOT.replace('.', '/') + "/" + module + "/");
    }

    /** Small classes that each break a wall, and some that just do not. */
    static JavaClasses planted() {
        return new ClassFileImporter().importPackages(PLANTED_ROOT);
    }
}
