package io.renderyard.dialect.pictify;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {
    @Test
    void eachRowIsASetOfValues() {
        assertThat(rows("title, price \r\n\"Hello, \"\"you\"\"\nthere\",9.90\r\nBye,\r\n\r\n", Map.of()))
                .containsExactly(
                        Map.of("title", "Hello, \"you\"\nthere", "price", "9.90"), Map.of("title", "Bye", "price", ""));
    }

    @Test
    void whatSomeProgramsWriteFirstIsPassedOver() {
        assertThat(rows("\uFEFFtitle\nGrüße 😀\n", Map.of())).containsExactly(Map.of("title", "Grüße 😀"));
    }

    @Test
    void mappingsNameTheVariablesAndLeaveTheOthersOut() {
        assertThat(rows("Titel,Preis,Notiz\na,1,x\n", Map.of("Titel", "title", "Preis", "price")))
                .containsExactly(Map.of("title", "a", "price", "1"));
    }

    @Test
    void wrongMappingsAreNamed() {
        Map<String, String> mappings = new LinkedHashMap<>();
        mappings.put("Titel", "title");
        mappings.put("Preis", "title");
        mappings.put("Nichts", "nothing");

        assertThat(problems("Titel,Preis\na,1\n", mappings, 10))
                .extracting(FieldProblem::field)
                .containsExactly("mappings.Preis", "mappings.Nichts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "a,,c\n1,2,3\n",
                "a,a\n1,2\n",
                "a,b\n",
                "a,b\n1\n",
                "a,b\n1,2,3\n",
                "a\n\"open\n",
                "a\n\"x\"y\n"
            })
    void whatIsNoSheetIsToldOfItsAddress(String csv) {
        assertThat(problems(csv, Map.of(), 10))
                .hasSize(1)
                .allSatisfy(problem -> assertThat(problem.field()).isEqualTo("csvUrl"));
    }

    @Test
    void aRowTooManyIsRefused() {
        assertThat(rows("a\n1\n2\n", Map.of())).hasSize(2);
        assertThat(problems("a\n1\n2\n3\n", Map.of(), 2).getFirst())
                .isEqualTo(
                        new FieldProblem("csvUrl", "must not have more than 2 rows below the first", "out_of_range"));
    }

    @Test
    void anotherEncodingIsRefused() {
        Reading<?> reading = CsvSheet.rows("csvUrl", "a\nGrüße\n".getBytes(ISO_8859_1), Map.of(), 10);

        assertThat(((Reading.Wrong<?>) reading).problems().getFirst().message()).isEqualTo("must be CSV in UTF-8");
    }

    @Test
    void theFirstRowAloneIsRead() {
        assertThat(CsvSheet.columns("file", "a, b\n1\n".getBytes(UTF_8)))
                .isEqualTo(new Reading.Understood<>(List.of("a", "b")));
    }

    private static List<Map<String, @Nullable Object>> rows(String csv, Map<String, String> mappings) {
        Reading<List<Map<String, @Nullable Object>>> reading =
                CsvSheet.rows("csvUrl", csv.getBytes(UTF_8), mappings, 2);
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood<List<Map<String, @Nullable Object>>>) reading).value();
    }

    private static List<FieldProblem> problems(String csv, Map<String, String> mappings, int most) {
        Reading<?> reading = CsvSheet.rows("csvUrl", csv.getBytes(UTF_8), mappings, most);
        assertThat(reading).isInstanceOf(Reading.Wrong.class);
        return ((Reading.Wrong<?>) reading).problems();
    }
}
