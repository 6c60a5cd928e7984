package io.renderyard.db.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.tenant.Secret;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Specs as they lie in the ledger: JSON with a {@code kind} for each sealed type. Unknown members are passed over, so
 * that an older worker reads what a newer gateway wrote during a deploy. What a caller trusts us with (headers, cookies,
 * passwords) lies sealed in it.
 */
@Component
public class SpecCodec {
    private static final String ELSEWHERE = "";

    /** Where pictures stand among the values: no variable has this name. */
    private static final String PICTURES = "";

    private static final TypeReference<Map<String, @Nullable Object>> VALUES = new TypeReference<>() {};
    private static final TypeReference<Map<String, Prompt>> PROMPTS = new TypeReference<>() {};

    private final JsonMapper mapper;
    private final JsonMapper openMapper;
    private final JsonMapper values = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .addMixIn(Prompt.class, WithoutNulls.class)
            .build();
    private final JsonMapper sortedValues = values.rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    SpecCodec(MasterKey key) {
        SimpleModule sealed = new SimpleModule()
                .addSerializer(Secret.class, new Sealing(key))
                .addDeserializer(Secret.class, new Opening(key));
        SimpleModule open =
                new SimpleModule().addSerializer(Secret.class, new Showing()).addSerializer(Set.class, new InOrder());
        this.mapper = mapper(sealed);
        this.openMapper = mapper(open)
                .rebuild()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .build();
    }

    private static JsonMapper mapper(SimpleModule secrets) {
        return JsonMapper.builder()
                .addModule(secrets)
                .addMixIn(Source.class, SourceKinds.class)
                .addMixIn(Area.class, AreaKinds.class)
                .addMixIn(PictureFormat.class, FormatKinds.class)
                .addMixIn(PictureFormat.Still.class, FormatKinds.class)
                .addMixIn(PictureFormat.Packing.class, PackingKinds.class)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .build();
    }

    /**
     * A spec in two columns.
     *
     * @param spec JSON, without the markup
     * @param markup UTF-8; null when the source is not markup
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Stored(String spec, byte @Nullable [] markup) {}

    public Stored write(RenderSpec spec) {
        return switch (spec.source()) {
            case Source.Html(String markup) -> apart(spec.with(new Source.Html(ELSEWHERE)), markup);
            case Source.Handlebars(String markup) -> apart(spec.with(new Source.Handlebars(ELSEWHERE)), markup);
            case Source.Expressions template -> apart(spec.with(with(template, ELSEWHERE)), template.markup());
            case Source.Url _, Source.Painted _ -> new Stored(mapper.writeValueAsString(spec), null);
        };
    }

    private Stored apart(RenderSpec spec, String markup) {
        return new Stored(mapper.writeValueAsString(spec), markup.getBytes(UTF_8));
    }

    public RenderSpec read(Stored stored) {
        RenderSpec spec = mapper.readValue(stored.spec(), RenderSpec.class);
        return stored.markup() == null ? spec : spec.with(whole(spec.source(), new String(stored.markup(), UTF_8)));
    }

    private static Source whole(Source source, String markup) {
        return switch (source) {
            case Source.Html ignored -> new Source.Html(markup);
            case Source.Handlebars ignored -> new Source.Handlebars(markup);
            case Source.Expressions template -> with(template, markup);
            case Source.Url url -> url;
            case Source.Painted painted -> painted;
        };
    }

    private static Source with(Source.Expressions template, String markup) {
        return new Source.Expressions(markup, template.raw(), template.strict(), template.scripts());
    }

    /** Null when there are none. */
    public @Nullable String write(Variables variables) {
        return variables.isEmpty() ? null : values.writeValueAsString(all(variables));
    }

    private static Map<String, @Nullable Object> all(Variables variables) {
        if (variables.pictures().isEmpty()) {
            return variables.values();
        }
        Map<String, @Nullable Object> all = new LinkedHashMap<>(variables.values());
        all.put(PICTURES, variables.pictures());
        return all;
    }

    Variables readVariables(@Nullable String stored) {
        if (stored == null) {
            return Variables.NONE;
        }
        Map<String, @Nullable Object> all = values.readValue(stored, VALUES);
        Object pictures = all.remove(PICTURES);
        return pictures == null ? new Variables(all) : new Variables(all, values.convertValue(pictures, PROMPTS));
    }

    /** The same text for the same variables, in whichever order they came. */
    String sorted(Variables variables) {
        return sortedValues.writeValueAsString(all(variables));
    }

    /** The whole spec with its secrets in plain, to be hashed and not to be kept. */
    byte[] open(RenderSpec spec) {
        return openMapper.writeValueAsBytes(spec);
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private interface WithoutNulls {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Source.Html.class, name = "html"),
        @JsonSubTypes.Type(value = Source.Handlebars.class, name = "handlebars"),
        @JsonSubTypes.Type(value = Source.Expressions.class, name = "expressions"),
        @JsonSubTypes.Type(value = Source.Url.class, name = "url"),
        @JsonSubTypes.Type(value = Source.Painted.class, name = "painted")
    })
    private interface SourceKinds {}

    private static final class Sealing extends StdSerializer<Secret> {
        private final MasterKey key;

        Sealing(MasterKey key) {
            super(Secret.class);
            this.key = key;
        }

        @Override
        public void serialize(Secret secret, JsonGenerator json, SerializationContext context) {
            json.writeString(Base64.getEncoder().encodeToString(key.seal(secret.reveal())));
        }
    }

    private static final class Showing extends StdSerializer<Secret> {
        Showing() {
            super(Secret.class);
        }

        @Override
        public void serialize(Secret secret, JsonGenerator json, SerializationContext context) {
            json.writeString(secret.reveal());
        }
    }

    /** A set's own order may differ from process to process. */
    @SuppressWarnings("rawtypes") // a serializer is known by its raw class
    private static final class InOrder extends StdSerializer<Set> {
        InOrder() {
            super(Set.class);
        }

        @Override
        public void serialize(Set set, JsonGenerator json, SerializationContext context) {
            json.writeStartArray();
            ((Set<?>) set).stream().map(String::valueOf).sorted().forEach(json::writeString);
            json.writeEndArray();
        }
    }

    private static final class Opening extends StdDeserializer<Secret> {
        private final MasterKey key;

        Opening(MasterKey key) {
            super(Secret.class);
            this.key = key;
        }

        @Override
        public Secret deserialize(JsonParser json, DeserializationContext context) {
            return new Secret(key.open(Base64.getDecoder().decode(json.getString())));
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Area.Window.class, name = "window"),
        @JsonSubTypes.Type(value = Area.FullPage.class, name = "full-page"),
        @JsonSubTypes.Type(value = Area.Element.class, name = "element"),
        @JsonSubTypes.Type(value = Area.Content.class, name = "content"),
        @JsonSubTypes.Type(value = Area.Clip.class, name = "clip")
    })
    private interface AreaKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = PictureFormat.Png.class, name = "png"),
        @JsonSubTypes.Type(value = PictureFormat.Jpeg.class, name = "jpeg"),
        @JsonSubTypes.Type(value = PictureFormat.Webp.class, name = "webp"),
        @JsonSubTypes.Type(value = PictureFormat.Avif.class, name = "avif"),
        @JsonSubTypes.Type(value = PictureFormat.Gif.class, name = "gif"),
        @JsonSubTypes.Type(value = PictureFormat.Pdf.class, name = "pdf")
    })
    private interface FormatKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = PictureFormat.Packing.Fast.class, name = "fast"),
        @JsonSubTypes.Type(value = PictureFormat.Packing.Compact.class, name = "compact"),
        @JsonSubTypes.Type(value = PictureFormat.Packing.Palette.class, name = "palette")
    })
    private interface PackingKinds {}
}
