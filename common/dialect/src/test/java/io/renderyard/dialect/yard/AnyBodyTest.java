package io.renderyard.dialect.yard;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.SizeLimit;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.render.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Bodies made by chance from seeds, so that a failure can be repeated. */
class AnyBodyTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int BODIES = 3_000;

    /** Every member that exists, with right values, to be spoiled one by one. */
    private static final String FULL = """
            {'source':{'url':'https://a.example/'},'css':'p{}','script':'1','fonts':['Roboto:300'],'emoji':'native',
             'output':{'format':'png','width':10,'height':10,'deviceScale':1,'mobile':true,'touch':true,
               'landscape':true,'dpi':72,'compression':'fast','maxWidth':9000,'maxHeight':9000},
             'capture':{'clip':{'x':1,'y':1,'width':5,'height':5},'background':'opaque'},
             'environment':{'colorScheme':'dark','reducedMotion':true,'mediaType':'print','timezone':'UTC',
               'locale':'de','geolocation':{'latitude':1,'longitude':1,'accuracy':1},'userAgent':'u','javaScript':true},
             'requests':{'headers':{'a':'b'},'headerOrigins':['https://b.example'],'headersOnSubresources':true,
               'cookies':[{'name':'a','value':'b','domain':'a.example','path':'/','secure':true,'httpOnly':true}],
               'auth':{'user':'u','password':'p'},'block':[{'url':'*','types':['image']}],'blockAds':true,
               'blockConsentBanners':true},
             'wait':{'until':'load','selector':'a','expression':'1','ready':'r','delay':1,'atMost':100,
               'onTimeout':'capture','failOn':['http_error']},
             'webhookUrl':'https://c.example/','metadata':{'a':'b'}}""";

    private static final String MOVING = """
            {'source':{'html':'x'},'output':{'format':'gif','gif':{'fps':10,'duration':1000,'motion':'auto','colors':16,
               'loops':2}}}""";

    private static final String DOCUMENT = """
            {'source':{'html':'x'},'output':{'format':'pdf','pdf':{'width':'10cm','height':'10cm',
               'margins':{'top':'1mm','right':'1mm','bottom':'1mm','left':'1mm'},'scale':1,'landscape':true,
               'backgrounds':true,'pages':'1-3,5','header':'h','footer':'f','title':'t','onePage':false,
               'more':[{'html':'y'},{'url':'https://b.example/'}]}}}""";

    private static final String PAINTED = """
            {'source':{'prompt':'a boat','model':'brush','aspectRatio':'16:9','style':'vintage','seed':7,
               'referenceImageUrl':'https://a.example/','negativePrompt':'n'},
             'output':{'format':'avif','quality':50,'speed':5},'variables':{'a':'b'},'cache':'auto'}""";

    private static final String CARD = """
            {'source':{'html':'x'},'variables':{'a':{'type':'image','prompt':'a boat','model':'brush',
               'aspectRatio':'16:9','style':'vintage','seed':7,'referenceImageUrl':'https://a.example/',
               'negativePrompt':'n'}}}""";

    @ParameterizedTest
    @ValueSource(strings = {FULL, MOVING, DOCUMENT, PAINTED, CARD})
    void theBodiesThatAreSpoiledAreRight(String body) {
        assertThat(Bodies.read(body)).isInstanceOf(Reading.Understood.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {FULL, MOVING, DOCUMENT, PAINTED, CARD})
    void whateverIsSpoiledIsReadAndWhatIsAcceptedIsWithinBounds(String body) {
        Random random = new Random(42);
        for (int i = 0; i < BODIES; i++) {
            JsonNode spoiled = JSON.readTree(body.replace('\'', '"'));
            for (int times = random.nextInt(1, 4); times > 0; times--) {
                spoil(spoiled, random);
            }
            assertHarmless(spoiled.toString());
        }
    }

    private static void assertHarmless(String body) {
        if (Bodies.read(body) instanceof Reading.Understood(Submission submission)) {
            assertWithinBounds(submission.spec(), body);
        }
    }

    /** Puts something else in the place of one member, or takes it away. */
    private static void spoil(JsonNode tree, Random random) {
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
            case 4 -> NODES.numberNode(random.nextGaussian() * Math.pow(10, random.nextInt(-5, 12)));
            case 5 -> NODES.stringNode("");
            case 6 -> NODES.stringNode(word(random));
            case 7 ->
                NODES.stringNode(
                        List.of("png", "pdf", "1in", "-1mm", "0px", "dark", "/", "https://a.example", "#000000")
                                .get(random.nextInt(9)));
            case 8 -> NODES.numberNode(random.nextLong());
            case 9 -> NODES.objectNode();
            case 10 -> NODES.objectNode().set(word(random), anything(random, depth - 1));
            default -> NODES.arrayNode().add(anything(random, depth - 1));
        };
    }

    private static String word(Random random) {
        return random.ints(random.nextInt(1, 12), 0, 0x250)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .replace('\'', ' ');
    }

    private static void assertWithinBounds(RenderSpec spec, String body) {
        assertThat(spec.viewport().width()).as(body).isBetween(1, Viewport.MAX_SIDE);
        assertThat(spec.viewport().height()).as(body).isBetween(1, Viewport.MAX_SIDE);
        assertThat(spec.viewport().deviceScale()).as(body).isBetween(Viewport.MIN_SCALE, Viewport.MAX_SCALE);
        SizeLimit limit = spec.framing().limit();
        assertThat((long) limit.width() * limit.height()).as(body).isBetween(1L, SizeLimit.MAX_PIXELS);
        assertThat(spec.waiting().atMost()).as(body).isBetween(Duration.ofMillis(1), Waiting.LONGEST);
        assertThat(spec.waiting().delay()).as(body).isLessThan(spec.waiting().atMost());
        if (spec.framing().area() instanceof Area.Clip(double x, double y, double width, double height)) {
            assertThat(List.of(x, y, width, height)).as(body).allMatch(number -> number >= 0 && number <= 1_000_000);
        }
        assertThat(isWithinBounds(spec.format())).as(body).isTrue();
    }

    private static boolean isWithinBounds(PictureFormat format) {
        return switch (format) {
            case PictureFormat.Png(var packing, var dpi) -> dpi == null || (dpi >= 30 && dpi <= 600);
            case PictureFormat.Jpeg jpeg -> jpeg.quality() >= 1 && jpeg.quality() <= 100;
            case PictureFormat.Webp webp -> webp.quality() >= 1 && webp.quality() <= 100;
            case PictureFormat.Avif avif -> avif.speed() >= 0 && avif.speed() <= 10;
            case PictureFormat.Gif gif ->
                gif.framesPerSecond() >= 1
                        && gif.framesPerSecond() <= 50
                        && gif.longest().toMillis() <= 30_000
                        && (gif.length() == null || gif.length().toMillis() <= 30_000);
            case PictureFormat.Pdf pdf ->
                pdf.paper().width() >= 28
                        && pdf.paper().height() >= 28
                        && pdf.margins().left() + pdf.margins().right()
                                < Math.max(pdf.paper().width(), pdf.paper().height())
                        && pdf.scale() >= 0.1
                        && pdf.scale() <= 2
                        && pdf.more().size() <= 100;
        };
    }
}
