package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.tenant.Grant;
import io.renderyard.kernel.tenant.Scope;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contract hcti.md, section 11. */
class ApiKeyReaderTest {
    @Test
    void everyMemberIsRead() {
        assertThat(read("""
                {'name':' a name ','description':'for this','disabled':true,'all_future_permissions':true,
                 'permissions':['images:create','usage:read','usage:read']}"""))
                .isEqualTo(new ApiKeyReading.Understood(
                        new Grant("a name", "for this", false, Set.of(Scope.IMAGES_CREATE, Scope.USAGE_READ), true)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'permissions':[]}",
                "{'permissions':[],'name':null,'description':null,'disabled':null,'all_future_permissions':null}",
                "{'permissions':[],'name':'  ','id':'x','later':{'more':[1]}}"
            })
    void whatIsNotGivenHasItsUsualValue(String body) {
        assertThat(read(body)).isEqualTo(new ApiKeyReading.Understood(new Grant(null, null, true, Set.of(), false)));
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        assertThat(read("{'name':'%s','description':'\\u0000','disabled':0,'permissions':[1,null,'x']}"
                        .formatted("n".repeat(256))))
                .isInstanceOfSatisfying(
                        ApiKeyReading.Wrong.class,
                        wrong -> assertThat(wrong.errors())
                                .extracting(FieldError::field)
                                .containsExactly(
                                        "name",
                                        "description",
                                        "disabled",
                                        "permissions[0]",
                                        "permissions[1]",
                                        "permissions[2]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "name=x", "{} {}"})
    void whatIsNoJsonIsToldApart(String body) {
        assertThat(read(body)).isIn(new ApiKeyReading.NotJson(), read("null"));
    }

    @Test
    void aListOfNonsenseIsNotAnsweredWithALongerOne() {
        assertThat(read("{'permissions':[%s0]}".formatted("0,".repeat(10_000))))
                .isInstanceOfSatisfying(
                        ApiKeyReading.Wrong.class,
                        wrong -> assertThat(wrong.errors()).hasSize(1));
    }

    private static ApiKeyReading read(String body) {
        return ApiKeyReader.read(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
