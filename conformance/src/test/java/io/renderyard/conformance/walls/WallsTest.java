package io.renderyard.conformance.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.EvaluationResult;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WallsTest {
    private static final JavaClasses PRODUCTION = House.production();
    private static final JavaClasses PLANTED = House.planted();

    @ParameterizedTest
    @EnumSource
    void theHouseKeepsTheWall(Wall wall) {
        wall.around(House.ROOT).check(PRODUCTION);
    }

    @ParameterizedTest
    @EnumSource
    void theWallReportsWhatWasPlantedAgainstIt(Wall wall) {
        List<String> planted = marked(Breaks.class, Breaks::value, wall);
        assertThat(planted).as("classes planted against %s", wall).isNotEmpty();

        String report = report(wall);

        assertThat(planted).allSatisfy(name -> assertThat(report).contains(name));
    }

    @ParameterizedTest
    @EnumSource
    void theWallLetsPassWhatStandsInside(Wall wall) {
        String report = report(wall);

        assertThat(marked(Keeps.class, Keeps::value, wall))
                .allSatisfy(name -> assertThat(report).doesNotContain(name));
    }

    @Test
    void everyModuleOfTheTableIsLookedAt() {
        Set<String> seen = PRODUCTION.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(House.ROOT.length() + 1).split("\\.", 2)[0])
                .collect(Collectors.toSet());

        assertThat(seen).containsExactlyInAnyOrderElementsOf(ModuleTable.modules());
    }

    private static String report(Wall wall) {
        EvaluationResult result = wall.around(House.PLANTED_ROOT).evaluate(PLANTED);
        return String.join("\n", result.getFailureReport().getDetails());
    }

    private static <A extends Annotation> List<String> marked(Class<A> mark, Function<A, Wall[]> walls, Wall wall) {
        return PLANTED.stream()
                .filter(type -> type.isAnnotatedWith(mark))
                .filter(type -> Arrays.asList(walls.apply(type.getAnnotationOfType(mark)))
                        .contains(wall))
                .map(JavaClass::getName)
                .toList();
    }
}
