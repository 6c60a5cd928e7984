package io.renderyard.db.ledger;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.renderyard.kernel.render.Capture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Specs as they lie in the ledger: JSON with a {@code kind} for each sealed type. Unknown members are passed over, so
 * that an older worker reads what a newer gateway wrote during a deploy.
 */
@Component
class SpecCodec {
    private final JsonMapper mapper = JsonMapper.builder()
            .addMixIn(Source.class, SourceKinds.class)
            .addMixIn(Capture.class, CaptureKinds.class)
            .addMixIn(PictureFormat.class, FormatKinds.class)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    String write(RenderSpec spec) {
        return mapper.writeValueAsString(spec);
    }

    RenderSpec read(String stored) {
        return mapper.readValue(stored, RenderSpec.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Source.Html.class, name = "html"),
        @JsonSubTypes.Type(value = Source.Url.class, name = "url")
    })
    private interface SourceKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Capture.Window.class, name = "window"),
        @JsonSubTypes.Type(value = Capture.FullPage.class, name = "full-page"),
        @JsonSubTypes.Type(value = Capture.Element.class, name = "element")
    })
    private interface CaptureKinds {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = PictureFormat.Png.class, name = "png"),
        @JsonSubTypes.Type(value = PictureFormat.Jpeg.class, name = "jpeg"),
        @JsonSubTypes.Type(value = PictureFormat.Webp.class, name = "webp")
    })
    private interface FormatKinds {}
}
