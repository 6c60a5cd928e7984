package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Contract hcti.md, section 2.2. */
class HctiErrorTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "NULL",
            value = {
                "400 | Bad Request | HTML is Required"
                        + " | {'error':'Bad Request','statusCode':400,'message':'HTML is Required'}",
                "401 | Unauthorized | Bad username or password"
                        + " | {'error':'Unauthorized','statusCode':401,'message':'Bad username or password',"
                        + "'attributes':{'error':'Bad username or password'}}",
                "401 | Unauthorized | Invalid token"
                        + " | {'error':'Unauthorized','statusCode':401,'message':'Invalid token',"
                        + "'attributes':{'error':'Invalid token'}}",
                "410 | Gone | NULL | {'error':'Gone','statusCode':410,'message':'Gone'}",
                "404 | Not Found | ' ' | {'error':'Not Found','statusCode':404,'message':'Not Found'}"
            })
    void aRefusalHasThreeMembersAndNoNulls(int status, String reason, @Nullable String message, String expected) {
        assertJson(HctiError.of(status, reason, message, List.of()), expected);
    }

    @Test
    void whatIsWrongIsListedUnderBothNames() {
        List<FieldError> errors = List.of(new FieldError("dpi", "is too high"), new FieldError("", "is no object"));

        assertJson(HctiError.of(400, "Bad Request", "Both are wrong", errors), """
                {'error':'Bad Request','statusCode':400,'message':'Both are wrong',
                 'validation_errors':[{'path':'dpi','message':'is too high'},{'path':'','message':'is no object'}],
                 'validationErrors':[{'path':'dpi','message':'is too high'},{'path':'','message':'is no object'}]}""");
    }

    private static void assertJson(HctiError error, String expected) {
        assertThat(JSON.readTree(JSON.writeValueAsString(error))).isEqualTo(JSON.readTree(expected.replace('\'', '"')));
    }
}
