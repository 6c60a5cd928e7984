package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.dialect.hcti.Understanding.Understood;
import io.renderyard.kernel.render.PictureFormat.Pdf;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.SizeLimit;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.render.Waiting;
import io.renderyard.kernel.template.TemplateVersionId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests made by chance from seeds, so that a failure can be repeated: none throws, whatever it is read as. */
class AnyRequestTest {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int REQUESTS = 2_000;

    /** Every parameter that there is, with right values, to be spoiled one by one. */
    private static final String COMMON = """
            'css':'p{}','google_fonts':'Open+Sans|Roboto:300','selector':'#a','ms_delay':7,'max_wait_ms':'600',
            'render_when_ready':true,'device_scale':1.5,'viewport_width':10,'viewport_height':10,
            'viewport_mobile':true,'viewport_landscape':'true','viewport_touch':true,'full_screen':true,
            'transparent_background':false,'color_scheme':'dark','media_type':'print','timezone':'UTC',
            'block_consent_banners':true,'headers':{'a':'b','Cookie':'c=d','User-Agent':'e'},
            'additional_header_origins':['https://b.example'],'include_headers_on_subrequests':true,
            'identify_as_hcti':true,'request_overrides':[{'action':'block','url':'*','resource_types':['image']}],
            'disable_twemoji':false,'max_render_once':true,'metadata':{'a':'b'},'name':'n','description':'d',
            'dedupe_duration_s':9,'format':'webp'""";

    private static final String HTML = "{'html':'<p>x'," + COMMON
            + ",'pdf_options':{'page_width':'8in','page_height':'90%','scale':1,'print_background':true,"
            + "'margins':['1mm','1px','0','1%']}}";
    private static final String URL =
            "{'url':'https://a.example/?b=c','jumbo_max_width':9000,'jumbo_max_height':9000," + COMMON + "}";
    private static final String FILLING = """
            {'template_id':'t-019a0000-0000-7000-8000-00000000000a','template_version':7,
             'template_values':{'a':{'b':[1]}},'format':'png'}""";

    @ParameterizedTest
    @ValueSource(strings = {HTML, URL, FILLING})
    void theRequestsThatAreSpoiledAreRight(String body) {
        Asked.understood(ImageRequests.create(Asked.body(body)));
        Asked.understood(BatchRequests.create(Asked.body("{'variations':[" + HTML + "," + URL + "]}")));
        Asked.understood(BatchRequests.templated(Asked.body("{'variations':[" + FILLING + "]}")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HTML,
                URL,
                FILLING,
                "{'default_options':{'css':'a'},'variations':[" + HTML + "," + URL + "]}",
                "{'default_options':" + FILLING + ",'variations':[" + FILLING + ",{}]}",
                "{'ids':['019a0000-0000-7000-8000-00000000000a']}"
            })
    void whateverIsSpoiledIsReadAndWhatIsAcceptedIsWithinBounds(String body) {
        Random random = new Random(42);
        for (int i = 0; i < REQUESTS; i++) {
            ObjectNode spoiled = Asked.body(body);
            for (int times = random.nextInt(1, 4); times > 0; times--) {
                spoil(spoiled, random);
            }
            assertHarmless(spoiled.toString());
        }
    }

    @Test
    void whatIsDeepInAFormIsRefusedOrKept() {
        for (int depth : List.of(90, 99, 100, 499, 500, 501, 100_000)) {
            String deep = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
            for (String name : List.of("template_values", "metadata", "pdf_options", "request_overrides", "headers")) {
                ObjectNode form = Bodies.form(List.of(
                        Map.entry("template_id", "t-019a0000-0000-7000-8000-00000000000a"), Map.entry(name, deep)));
                assertHarmless(form);
                assertHarmless(form.put("url", "https://a.example/").without("template_id"));
            }
            ObjectNode values = Bodies.values(List.of(Map.entry("v", deep)));
            ImageRequest filled = new ImageRequest.Templated(
                    new TemplateReference(
                            TemplateName.parse("t-019a0000-0000-7000-8000-00000000000a")
                                    .orElseThrow(),
                            7L,
                            values),
                    null);
            assertHarmless(filled, "depth " + depth);
        }
    }

    private static void assertHarmless(String body) {
        if (Bodies.json(body.getBytes(StandardCharsets.UTF_8)) instanceof Understood<ObjectNode>(ObjectNode read)) {
            assertHarmless(read);
        }
    }

    private static void assertHarmless(JsonNode read) {
        ObjectNode body = (ObjectNode) read;
        String text = body.toString();
        if (ImageRequests.create(body) instanceof Understood<ImageRequest>(ImageRequest request)) {
            assertHarmless(request, text);
        }
        if (ImageRequests.signed(body) instanceof Understood<Definition>(Definition definition)) {
            assertHarmless(definition, text);
        }
        if (ImageRequests.template(body) instanceof Understood<Definition>(Definition template)) {
            assertThat(Definition.parse(template.text()).text()).isEqualTo(template.text());
        }
        if (BatchRequests.create(body) instanceof Understood<List<ImageRequest>>(List<ImageRequest> requests)) {
            requests.forEach(request -> assertHarmless(request, text));
        }
        if (BatchRequests.templated(body) instanceof Understood<List<ImageRequest>>(List<ImageRequest> requests)) {
            requests.forEach(request -> assertHarmless(request, text));
        }
        assertThat(DeletionRequest.read(body)).isNotNull();
        assertThat(body).as("what was sent is not changed").hasToString(text);
    }

    private static void assertHarmless(ImageRequest request, String body) {
        switch (request) {
            case ImageRequest.Alone alone -> assertHarmless(alone.definition(), body);
            case ImageRequest.Templated(TemplateReference template, var extension) -> {
                Definition definition = template.at(new TemplateVersionId(template.template(), 7));
                Definition read = Definition.parse(definition.text());
                assertThat(read.text()).as(body).isEqualTo(definition.text());
                assertThat(read.filling().orElseThrow().variables().values()).isNotNull();
            }
        }
    }

    private static void assertHarmless(Definition definition, String body) {
        assertThat(Definition.parse(definition.text()).text()).as(body).isEqualTo(definition.text());
        Drawing drawing = Drawing.of(definition);
        assertWithinBounds(drawing.raster(), body);
        assertWithinBounds(drawing.document(), body);
    }

    private static void assertWithinBounds(RenderSpec spec, String body) {
        assertThat(spec.viewport().width()).as(body).isBetween(1, Viewport.MAX_SIDE);
        assertThat(spec.viewport().height()).as(body).isBetween(1, Viewport.MAX_SIDE);
        assertThat(spec.viewport().deviceScale()).as(body).isBetween(Viewport.MIN_SCALE, Viewport.MAX_SCALE);
        SizeLimit limit = spec.framing().limit();
        assertThat((long) limit.width() * limit.height()).as(body).isBetween(1L, SizeLimit.MAX_PIXELS);
        assertThat(spec.waiting().atMost().toMillis()).as(body).isBetween(500L, Waiting.LONGEST.toMillis());
        assertThat(spec.waiting().delay())
                .as(body)
                .isLessThanOrEqualTo(spec.waiting().atMost());
        if (spec.format() instanceof Pdf pdf) {
            assertThat(pdf.scale()).as(body).isBetween(0.1, 2.0);
            assertThat(pdf.paper().width()
                            - pdf.margins().left()
                            - pdf.margins().right())
                    .as(body)
                    .isGreaterThanOrEqualTo(1);
            assertThat(pdf.paper().height()
                            - pdf.margins().top()
                            - pdf.margins().bottom())
                    .as(body)
                    .isGreaterThanOrEqualTo(1);
        }
    }

    /** Puts something else in the place of one member, or takes it away. */
    private static void spoil(ObjectNode tree, Random random) {
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        switch (containers.get(random.nextInt(containers.size()))) {
            case ObjectNode object -> {
                List<String> names = new ArrayList<>(object.propertyNames());
                names.add("more");
                String name = names.get(random.nextInt(names.size()));
                if (random.nextInt(6) == 0) {
                    object.remove(name);
                } else {
                    object.set(name, anything(random, 2));
                }
            }
            case ArrayNode array -> array.add(anything(random, 2));
            default -> throw new AssertionError(tree);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static JsonNode anything(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 12 : 9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2 -> NODES.numberNode(random.nextInt());
            case 3 -> NODES.numberNode(random.nextInt(-5, 500));
            case 4 -> NODES.numberNode(random.nextGaussian() * Math.pow(10, random.nextInt(-5, 300)));
            case 5 -> NODES.stringNode("");
            case 6 -> NODES.stringNode(word(random));
            case 7 -> {
                List<String> words = List.of(
                        "png",
                        "1in",
                        "-1mm",
                        "0px",
                        "999%",
                        "dark",
                        "true",
                        "/",
                        "https://b.example",
                        "[]",
                        "{}",
                        "null",
                        "1e30",
                        "1e999999999",
                        "a:b",
                        "|",
                        "t-019a0000-0000-7000-8000-00000000000b");
                yield NODES.stringNode(words.get(random.nextInt(words.size())));
            }
            case 8 -> NODES.numberNode(random.nextLong());
            case 9 -> NODES.objectNode();
            case 10 -> NODES.objectNode().set(word(random), anything(random, depth - 1));
            default -> NODES.arrayNode().add(anything(random, depth - 1));
        };
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(1, 12), 0, 0x250)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
