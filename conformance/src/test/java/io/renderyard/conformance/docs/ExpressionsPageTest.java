package io.renderyard.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.walls.Checkout;
import io.renderyard.expression.Expression;
import io.renderyard.expression.Signature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class ExpressionsPageTest {
    private static final Path PAGE = Path.of("docs/expressions.md");
    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};

    @Test
    void thePageHasEveryFunction() throws IOException {
        Path page = Checkout.root().resolve(PAGE);
        if (Boolean.getBoolean("renderyard.write-docs")) {
            Files.writeString(page, ExpressionsPage.written(Files.readString(page)));
        }

        assertThat(page)
                .as(
                        "the functions of %s are written from the language; write them anew with"
                                + " mvn -pl conformance -am test -Dtest=%s -Dsurefire.failIfNoSpecifiedTests=false"
                                + " -Drenderyard.write-docs=true",
                        PAGE, ExpressionsPageTest.class.getSimpleName())
                .hasContent(ExpressionsPage.written(Files.readString(page)));
    }

    @Test
    void theExampleOfEachFunctionIsTrue() throws Exception {
        for (Signature signature : Expression.known()) {
            assertThat(Expression.parse(signature.example())
                            .evaluate(Map.of(), false)
                            .text())
                    .as(signature.example())
                    .isEqualTo(signature.result());
        }
    }

    @Test
    void theExamplesOfThePageAreTrue() throws Exception {
        var examples = ExpressionsPage.examples(Files.readString(Checkout.root().resolve(PAGE)));

        assertThat(examples).hasSizeGreaterThanOrEqualTo(12);
        for (ExpressionsPage.Example example : examples) {
            String variables = example.variables().isEmpty() ? "{}" : example.variables();
            Map<String, @Nullable Object> values = new JsonMapper().readValue(variables, VALUES);
            assertThat(Expression.parse(example.expression())
                            .evaluate(values, false)
                            .text())
                    .as(example.expression())
                    .isEqualTo(example.result());
        }
    }
}
