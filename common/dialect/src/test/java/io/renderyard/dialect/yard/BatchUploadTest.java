package io.renderyard.dialect.yard;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.batch.BatchHead;
import io.renderyard.kernel.batch.BatchWebhook;
import io.renderyard.kernel.batch.Priority;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.job.Webhook;
import io.renderyard.kernel.render.Content;
import io.renderyard.kernel.render.Source;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BatchUploadTest {
    private static final String HEAD = "{'source':{'html':'<p>{{name}}'}}";

    @Test
    void whatIsLeftOutHasItsDefault() throws IOException {
        BatchHead head = json("{'source':{'html':'x'},'items':[{}]}").head();

        assertThat(head.priority()).isEqualTo(Priority.NORMAL);
        assertThat(head.concurrency()).isEqualTo(20);
        assertThat(head.lane()).isEqualTo(Lane.BATCH);
        assertThat(head.webhook()).isNull();
        assertThat(head.reuse()).isEqualTo(Reuse.UNLIMITED);
        assertThat(head.bases().getFirst().source()).isEqualTo(new Source.Html("x"));
    }

    @Test
    void everythingThatCanBeSaidIsUnderstood() throws IOException {
        BatchHead head = json("{'items':[{}],'source':{'html':'x'},'priority':'high','concurrency':1000,'cache':'off',"
                        + "'output':{'format':'gif'},'metadata':{'a':'b'},"
                        + "'webhook':{'url':'https://a.example/','on':'digest','digestSeconds':5}}")
                .head();

        assertThat(head.priority()).isEqualTo(Priority.HIGH);
        assertThat(head.concurrency()).isEqualTo(1_000);
        assertThat(head.lane()).isEqualTo(Lane.HEAVY);
        assertThat(head.metadata()).isEqualTo(Map.of("a", "b"));
        assertThat(head.reuse()).isEqualTo(Reuse.NONE);
        assertThat(head.webhook())
                .isEqualTo(new BatchWebhook(
                        new Webhook(URI.create("https://a.example/")), BatchWebhook.On.DIGEST, Duration.ofSeconds(5)));
    }

    @Test
    void itemsMayStandBeforeTheHeadAndAfterIt() throws IOException {
        String items = "'items':[{'variables':{'name':'Ada'}},{'variables':{'name':'Grace'},'metadata':{'n':'2'}}]";
        String source = "'source':{'html':'<p>{{name}}'},'variables':{'name':'nobody','more':1}";

        List<Row> rows = rows(json("{" + items + "," + source + "}"));

        assertThat(rows)
                .isEqualTo(rows(json("{" + source + "," + items + "}")))
                .containsExactly(
                        new Row.Filled(new Variables(Map.of("name", "Ada", "more", 1)), Map.of()),
                        new Row.Filled(new Variables(Map.of("name", "Grace", "more", 1)), Map.of("n", "2")));
    }

    @Test
    void anItemMayBringASourceOfItsOwn() throws IOException {
        List<Row> rows = rows(json("{'output':{'width':10,'height':10},'items':[{'source':{'html':'a'}},"
                + "{'source':{'url':'https://a.example/'}},{'variables':{'a':1}}]}"));

        assertThat(rows.get(0)).isInstanceOfSatisfying(Row.Whole.class, row -> {
            assertThat(row.spec().source()).isEqualTo(new Source.Html("a"));
            assertThat(row.spec().viewport().width()).isEqualTo(10);
            assertThat(row.shares()).isTrue();
        });
        assertThat(rows.get(1))
                .isInstanceOfSatisfying(
                        Row.Whole.class, row -> assertThat(row.shares()).isFalse());
        assertThat(rows.get(2))
                .isInstanceOfSatisfying(
                        Row.Wrong.class, row -> assertThat(row.why()).startsWith("Row 3: source is required"));
    }

    @Test
    void aWrongRowSaysWhereAndWhatAndHarmsNoOther() throws IOException {
        List<Row> rows = rows(json("{'source':{'html':'x'},'items':[{},7,{'variabels':{}},{'variables':[]},"
                + "{'metadata':{'a':null}},{'source':{'url':'ftp://a.example'}},{}]}"));

        assertThat(rows.subList(1, 6)).allSatisfy(row -> assertThat(row).isInstanceOf(Row.Wrong.class));
        assertThat(rows.subList(1, 6))
                .extracting(row -> ((Row.Wrong) row).why())
                .satisfiesExactly(
                        why -> assertThat(why).isEqualTo("Row 2 must be a JSON object"),
                        why -> assertThat(why).startsWith("Row 3: variabels is not a known field"),
                        why -> assertThat(why).startsWith("Row 4: variables must be a JSON object"),
                        why -> assertThat(why).isEqualTo("Row 5: metadata.a must be a string"),
                        why -> assertThat(why).startsWith("Row 6: source.url must be an absolute address"));
        assertThat(rows.getLast()).isInstanceOf(Row.Filled.class);
    }

    @Test
    void whatOnlyAnAddressTakesIsRefusedWhereAnItemIsMarkup() throws IOException {
        assertThat(rows(json("{'environment':{'geolocation':{'latitude':1,'longitude':2}},"
                                + "'items':[{'source':{'html':'a'}},{'source':{'url':'https://a.example/'}}]}"))
                        .stream()
                        .map(Row::getClass))
                .containsExactly(Row.Wrong.class, Row.Whole.class);
    }

    @Test
    void aBatchOfPromptsIsInTheirLane() throws IOException {
        BatchUpload upload = json("{'source':{'prompt':'a {{colour}} boat'},'items':[{'variables':{'colour':'red'}},"
                + "{'source':{'prompt':'a train','seed':1}},{'source':{'prompt':'a train'}},"
                + "{'source':{'html':'x'}},{'source':{}}]}");

        assertThat(upload.head().lane()).isEqualTo(Lane.PROMPT);
        assertThat(upload.head().reuse()).isEqualTo(Reuse.NONE);
        List<Row> rows = rows(upload);
        assertThat(rows.get(0)).isEqualTo(filled("colour", "red"));
        assertThat(rows.get(1)).isInstanceOfSatisfying(Row.Whole.class, row -> {
            assertThat(row.spec().source()).isInstanceOf(Source.Painted.class);
            assertThat(row.shares()).isTrue();
        });
        assertThat(rows.get(2))
                .isInstanceOfSatisfying(
                        Row.Whole.class, row -> assertThat(row.shares()).isFalse());
        assertThat(rows.subList(3, 5))
                .allSatisfy(row -> assertThat(row)
                        .isInstanceOfSatisfying(
                                Row.Wrong.class,
                                wrong -> assertThat(wrong.why()).contains(": source must have a prompt")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'source':{'html':'x'},", ""})
    void aPromptAmongPagesIsNoItem(String source) throws IOException {
        assertThat(rows(json("{" + source + "'items':[{'source':{'prompt':'a boat'}}]}")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Row.Wrong.class,
                        row -> assertThat(row.why()).startsWith("Row 1: source must not have a prompt"));
    }

    @Test
    void whatIsPaintedFirstIsForSingleJobs() throws IOException {
        String picture = "'variables':{'bg':{'type':'image','prompt':'a boat'}}";

        assertThat(rows(json("{'source':{'html':'x'},'items':[{" + picture + "}]}")))
                .singleElement()
                .isInstanceOfSatisfying(
                        Row.Wrong.class,
                        row -> assertThat(row.why())
                                .startsWith("Row 1: variables.bg of type image is for single jobs"));
        assertThat(read(BatchForm.JSON, "{'source':{'html':'x'},'items':[{}]," + picture + "}", null))
                .isInstanceOfSatisfying(
                        BatchReading.Wrong.class,
                        wrong -> assertThat(wrong.errors())
                                .extracting(FieldError::field)
                                .containsExactly("variables.bg"));
    }

    @Test
    void anItemPerLine() throws IOException {
        String lines = "\uFEFF" + HEAD + "\r\n{'variables':{'name':'Ä'}}\n\n  \n{'variables':\n{}";

        List<Row> rows = rows(upload(BatchForm.NDJSON, lines, null));

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).isEqualTo(filled("name", "Ä"));
        assertThat(rows.get(1))
                .isInstanceOfSatisfying(
                        Row.Wrong.class, row -> assertThat(row.why()).startsWith("Row 2 is not JSON"));
        assertThat(rows.get(2)).isEqualTo(new Row.Filled(Variables.NONE, Map.of()));
        assertThat(rows(upload(BatchForm.NDJSON, "{}\n{}", HEAD))).hasSize(2);
    }

    @Test
    void anItemPerRow() throws IOException {
        String csv =
                "\uFEFFname,note\r\nAda,\"a \"\"quoted\"\", comma\r\nand a line\"\r\n\r\nGrace,\r\nonly\r\nÄ,b,c\r\n";

        List<Row> rows = rows(upload(BatchForm.CSV, csv, HEAD));

        assertThat(rows)
                .startsWith(
                        new Row.Filled(
                                new Variables(Map.of("name", "Ada", "note", "a \"quoted\", comma\r\nand a line")),
                                Map.of()),
                        new Row.Filled(new Variables(Map.of("name", "Grace", "note", "")), Map.of()))
                .hasSize(4);
        assertThat(rows.get(2)).isEqualTo(new Row.Wrong("Row 3 has 1 cells where the first row names 2"));
        assertThat(rows.get(3)).isEqualTo(new Row.Wrong("Row 4 has 3 cells where the first row names 2"));
    }

    @Test
    void aListOfItemsMayHaveItsHeadApart() throws IOException {
        assertThat(rows(upload(BatchForm.JSON, "[{'variables':{'name':'Ada'}}]", HEAD)))
                .containsExactly(filled("name", "Ada"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "items           | {'source':{'html':'x'},'items':[]}",
                "items           | {'source':{'html':'x'}}",
                "items           | {'source':{'html':'x'},'items':{}}",
                "concurrency     | {'source':{'html':'x'},'items':[{}],'concurrency':0}",
                "concurrency     | {'source':{'html':'x'},'items':[{}],'concurrency':1001}",
                "concurrency     | {'source':{'html':'x'},'items':[{}],'concurrency':'1'}",
                "priority        | {'source':{'html':'x'},'items':[{}],'priority':'urgent'}",
                "webhook.url     | {'source':{'html':'x'},'items':[{}],'webhook':{}}",
                "webhook.on      | {'source':{'html':'x'},'items':[{}],'webhook':{'url':'https://a.example/','on':'x'}}",
                "webhook.digestSeconds | {'source':{'html':'x'},'items':[{}],'webhook':{'url':'https://a.example/','digestSeconds':5}}",
                "webhookUrl      | {'source':{'html':'x'},'items':[{}],'webhookUrl':'https://a.example/'}",
                "source.url      | {'source':{'url':'x'},'items':[{}]}",
                "itmes           | {'source':{'html':'x'},'itmes':[{}]}",
                "source.prompt   | {'source':{'prompt':''},'items':[{}]}",
                "css             | {'source':{'prompt':'a boat'},'css':'','items':[{}]}",
                "output.width    | {'output':{'width':0},'items':[{'source':{'html':'x'}}]}",
            })
    void aWrongHeadRefusesTheWhole(String field, String body) throws IOException {
        assertThat(read(BatchForm.JSON, body, null))
                .isInstanceOfSatisfying(
                        BatchReading.Wrong.class,
                        wrong -> assertThat(wrong.errors())
                                .extracting(FieldError::field)
                                .contains(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[", "[]", "x", "{'items':[{}", "{'items':[{}]} {}", "{'items':[{'a':1,'a':2}]}", "null"})
    void whatIsNoJsonIsRefusedWhole(String body) throws IOException {
        assertThat(read(BatchForm.JSON, body, null)).isInstanceOf(BatchReading.Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a,b\n\"1,2\n", "a\n\"1\"x\n"})
    void whatIsNoCsvIsRefusedWhole(String body) throws IOException {
        assertThat(read(BatchForm.CSV, body, HEAD)).isInstanceOf(BatchReading.Unreadable.class);
    }

    @Test
    void namesOfColumnsAreThereOnce() throws IOException {
        assertThat(read(BatchForm.CSV, "a,a\n1,2\n", HEAD)).isInstanceOf(BatchReading.Wrong.class);
        assertThat(read(BatchForm.CSV, "a,\n1,2\n", HEAD)).isInstanceOf(BatchReading.Wrong.class);
        assertThat(read(BatchForm.CSV, "a\n", HEAD)).isInstanceOf(BatchReading.Wrong.class);
        assertThat(read(BatchForm.CSV, "a\n1\n", null)).isInstanceOf(BatchReading.Wrong.class);
    }

    @Test
    void csvInAnotherEncodingIsRefused() throws IOException {
        Content latin = new Content.InMemory("a\nä\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(BatchUpload.read(BatchForm.CSV, latin, bytes(HEAD), Bodies.CONTEXT))
                .isInstanceOf(BatchReading.Unreadable.class);
    }

    @Test
    void thereIsABoundForItems() throws IOException {
        String most = "{},".repeat(BatchUpload.MAX_ROWS - 1) + "{}";

        assertThat(json("{'source':{'html':'x'},'items':[" + most + "]}").size())
                .isEqualTo(100_000);
        assertThat(read(BatchForm.JSON, "{'source':{'html':'x'},'items':[{}," + most + "]}", null))
                .isInstanceOf(BatchReading.Wrong.class);
        assertThat(read(BatchForm.CSV, "a\n" + "1\n".repeat(BatchUpload.MAX_ROWS + 1), HEAD))
                .isInstanceOf(BatchReading.Wrong.class);
    }

    @Test
    void anItemThatIsTooLargeIsNoItem() throws IOException {
        String large = "{'variables':{'a':'" + "x".repeat(BatchUpload.MAX_ITEM_BYTES) + "'}}";

        assertThat(rows(json("{'source':{'html':'x'},'items':[{}," + large + ",{}]}")).stream()
                        .map(Row::getClass))
                .containsExactly(Row.Filled.class, Row.Wrong.class, Row.Filled.class);
        assertThat(rows(upload(BatchForm.NDJSON, "{}\n" + large + "\n{}", HEAD)).stream()
                        .map(Row::getClass))
                .containsExactly(Row.Filled.class, Row.Wrong.class, Row.Filled.class);
    }

    private static Row filled(String name, String value) {
        return new Row.Filled(new Variables(Map.of(name, value)), Map.of());
    }

    private static BatchUpload json(String body) throws IOException {
        return upload(BatchForm.JSON, body, null);
    }

    private static BatchUpload upload(BatchForm form, String body, @Nullable String head) throws IOException {
        if (read(form, body, head) instanceof BatchReading.Understood(BatchUpload upload)) {
            return upload;
        }
        throw new AssertionError(body + " came to " + read(form, body, head));
    }

    private static BatchReading read(BatchForm form, String body, @Nullable String head) throws IOException {
        byte[] content = form == BatchForm.CSV ? body.getBytes(StandardCharsets.UTF_8) : bytes(body);
        return BatchUpload.read(form, new Content.InMemory(content), head == null ? null : bytes(head), Bodies.CONTEXT);
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static List<Row> rows(BatchUpload upload) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (BatchUpload.Rows open = upload.open()) {
            open.forEachRemaining(rows::add);
        }
        assertThat(rows).hasSize(upload.size());
        return rows;
    }
}
