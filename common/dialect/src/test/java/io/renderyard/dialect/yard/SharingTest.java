package io.renderyard.dialect.yard;

import static io.renderyard.dialect.yard.Bodies.errors;
import static io.renderyard.dialect.yard.Bodies.html;
import static io.renderyard.dialect.yard.Bodies.prompt;
import static io.renderyard.dialect.yard.Bodies.spec;
import static io.renderyard.dialect.yard.Bodies.submission;
import static io.renderyard.dialect.yard.Bodies.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.Source;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharingTest {
    @Test
    void markupIsSharedAndAnAddressIsNot() {
        assertThat(submission(html("'css':''")).reuse()).isEqualTo(Reuse.UNLIMITED);
        assertThat(submission(html("'cache':'auto','variables':{'a':1}")).reuse())
                .isEqualTo(Reuse.UNLIMITED);
        assertThat(submission(url("'css':''")).reuse()).isEqualTo(Reuse.NONE);
        assertThat(submission(html("'output':{'format':'pdf','pdf':{'more':[{'url':'https://a.example/'}]}}"))
                        .reuse())
                .isEqualTo(Reuse.NONE);
    }

    @Test
    void aPromptIsSharedOnlyWhereNothingIsLeftToChance() {
        String picture = "{'type':'image','prompt':'a boat','seed':%s}";

        assertThat(submission(prompt("'seed':1")).reuse()).isEqualTo(Reuse.UNLIMITED);
        assertThat(submission(html("'variables':{'a':" + picture.formatted("1") + "}"))
                        .reuse())
                .isEqualTo(Reuse.UNLIMITED);
        assertThat(submission(prompt("'seed':null")).reuse()).isEqualTo(Reuse.NONE);
        assertThat(submission(prompt("'seed':1,'referenceImageUrl':'https://a.example/'"))
                        .reuse())
                .isEqualTo(Reuse.NONE);
        assertThat(submission(html("'variables':{'a':%s,'b':%s}"
                                .formatted(picture, picture)
                                .formatted("1", "null")))
                        .reuse())
                .isEqualTo(Reuse.NONE);
        assertThat(submission("{'source':{'prompt':'a boat'},'cache':1000}").reuse())
                .isEqualTo(new Reuse(Duration.ofSeconds(1)));
    }

    @Test
    void aWindowHoldsForBothAndOffForAll() {
        assertThat(submission(url("'cache':60000")).reuse()).isEqualTo(new Reuse(Duration.ofMinutes(1)));
        assertThat(submission(html("'cache':31536000000")).reuse()).isEqualTo(new Reuse(Duration.ofDays(365)));
        assertThat(submission(html("'cache':'off'")).reuse()).isEqualTo(Reuse.NONE);
        assertThat(submission(html("'cache':0")).reuse()).isEqualTo(Reuse.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'on'", "-1", "1.5", "true", "{}", "[]", "31536000001", "99999999999999999999"})
    void anythingElseIsRefused(String cache) {
        assertThat(errors(html("'cache':" + cache)))
                .extracting(FieldError::field)
                .containsExactly("cache");
    }

    @Test
    void variablesAreTakenAsTheyAre() {
        assertThat(submission(html("'variables':{'name':'Ada','n':1,'on':true,'no':null,'list':[1,{'a':'b'}]}"))
                        .variables()
                        .values())
                .containsEntry("name", "Ada")
                .containsEntry("n", 1)
                .containsEntry("on", true)
                .containsEntry("no", null)
                .containsEntry("list", List.of(1, Map.of("a", "b")));
        assertThat(submission(html("'variables':{}")).variables()).isEqualTo(Variables.NONE);
        assertThat(submission(html("'variables':null")).variables()).isEqualTo(Variables.NONE);
    }

    @Test
    void variablesWithoutBoundAreRefused() {
        String many =
                IntStream.rangeClosed(0, 1_000).mapToObj(i -> "'n" + i + "':0").collect(Collectors.joining(","));

        for (String values : List.of(
                "{" + many + "}", "{'a':'" + "x".repeat(1_000_000) + "'}", "{'':1}", "{'" + "n".repeat(201) + "':1}")) {
            assertThat(errors(html("'variables':" + values)))
                    .extracting(FieldError::field)
                    .containsExactly("variables");
        }
    }

    @Test
    void anAddressMayHavePlacesBehindItsHost() {
        assertThat(spec("{'source':{'url':'https://a.example/{{ id }}?q={{{q.r}}}'}}")
                        .source())
                .isEqualTo(new Source.Url(URI.create("https://a.example/%7B%7Bid%7D%7D?q=%7B%7B%7Bq.r%7D%7D%7D")));
        assertThat(errors("{'source':{'url':'https://{{host}}/'}}"))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("not in its host"));
        assertThat(errors("{'source':{'url':'https://a.example/{id}'}}")).hasSize(1);
    }
}
