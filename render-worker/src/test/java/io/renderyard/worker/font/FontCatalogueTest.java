package io.renderyard.worker.font;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FontCatalogueTest {
    private static final String LINES = """
            Roboto,Roboto Light\tLight\tRoboto-Light.ttf\t131334
            Open Sans\tRegular\tOpenSans-Regular.ttf\t72089
            \tBroken\tBroken.ttf\t1
            """;

    private final FontCatalogue catalogue = FontCatalogue.of(LINES);

    @Test
    void knowsEveryNameOfAFamilyInAnyCase() {
        assertThat(catalogue.has("Roboto")).isTrue();
        assertThat(catalogue.has("roboto light")).isTrue();
        assertThat(catalogue.has(" OPEN SANS ")).isTrue();
        assertThat(catalogue.has("Open")).isFalse();
        assertThat(catalogue.families()).containsExactlyInAnyOrder("Roboto", "Roboto Light", "Open Sans");
    }

    @Test
    void theDigestDependsOnFontsAndVersionsAndNotOnTheirOrder() {
        FontCatalogue reversed = new FontCatalogue(catalogue.faces().reversed());
        FontCatalogue updated = FontCatalogue.of(LINES.replace("72089", "72090"));

        assertThat(catalogue.digest()).hasSize(64).isEqualTo(reversed.digest()).isNotEqualTo(updated.digest());
    }

    @Test
    void thisMachineHasTheFamiliesThatPagesAskForMost() {
        FontCatalogue here = FontCatalogue.ofThisMachine();

        assertThat(List.of("Roboto", "Open Sans", "Lato", "Inter", "PT Sans", "Noto Color Emoji"))
                .as("families of the packages that ./yard installs")
                .allMatch(here::has);
    }
}
