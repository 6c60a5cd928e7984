package io.renderyard.gateway.face.hcti;

import io.renderyard.dialect.hcti.Definition;
import io.renderyard.dialect.hcti.ImageLinks;
import io.renderyard.gateway.GatewaySettings;
import io.renderyard.gateway.artifact.Query;
import io.renderyard.kernel.tenant.TenantId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.ServletWebRequest;

/** Answers a signed address: with the address of its image, or with the picture where the operator wants that. */
@Component
class SignedAnswer {
    /** Not for long: a key that is disabled signs nothing any more. */
    private static final String A_WHILE = "public, max-age=300";

    private static final String PNG = "png";

    private final ImageMaker maker;
    private final Pictures pictures;
    private final GatewaySettings.SignedAnswer form;

    SignedAnswer(ImageMaker maker, Pictures pictures, GatewaySettings settings) {
        this.maker = maker;
        this.pictures = pictures;
        this.form = settings.images().signedAnswer();
    }

    /** @param format as it stands in the address; png when null */
    void give(
            TenantId tenant,
            Definition definition,
            @Nullable String format,
            Query options,
            ServletWebRequest request,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        String extension = format == null ? PNG : format.toLowerCase(Locale.ROOT);
        ImageOptions asked = ImageOptions.read(extension, options).orElseThrow(Pictures::unknown);
        Refusal.ofAny(asked.errors());
        ImageMaker.Made made = maker.judge(tenant, definition, asked.format().rendition(), null);
        maker.write(made);
        switch (form) {
            case REDIRECT -> {
                String raw = options.raw();
                response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
                response.setHeader(
                        HttpHeaders.LOCATION, ImageLinks.path(made.id(), extension) + (raw.isEmpty() ? "" : "?" + raw));
                response.setHeader(HttpHeaders.CACHE_CONTROL, A_WHILE);
                response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
            }
            case PICTURE -> pictures.show(made.id(), asked, request, response);
        }
    }
}
