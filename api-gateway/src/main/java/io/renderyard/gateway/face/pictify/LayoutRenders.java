package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.ImageView;
import io.renderyard.dialect.pictify.RenderRequest;
import io.renderyard.dialect.pictify.RenderView;
import io.renderyard.dialect.pictify.TemplateName;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.process.web.WebSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders a template in one layout or several; sections 7.5 and 7.6. */
@Component
class LayoutRenders {
    private final Renders renders;
    private final DrawnPictures pictures;
    private final SideBySide several;
    private final ApiLinks links;

    LayoutRenders(Renders renders, DrawnPictures pictures, SideBySide several, WebSettings web) {
        this.renders = renders;
        this.pictures = pictures;
        this.several = several;
        this.links = new ApiLinks(web.baseUrl());
    }

    /**
     * @param key the client's name for the request; each layout has one made of it
     * @param response is told when the base stands for an unknown layout
     */
    RenderView draw(
            TemplateVersion template, RenderRequest wanted, @Nullable IdempotencyKey key, HttpServletResponse response)
            throws InterruptedException {
        SideBySide.Pictures<String> all = several.draw(
                        Layout.keys(template, wanted, response), layout -> begin(template, layout, wanted, key))
                .orRefuse();
        List<RenderView.Result> results = new ArrayList<>();
        List<ImageView> images = new ArrayList<>();
        for (SideBySide.Drawn<String> one : all.drawn()) {
            Layout layout = Layout.of(template, one.wanted());
            ImageView image =
                    ImageView.of(one.picture(), wanted.drawing().output().word(), links);
            images.add(image);
            results.add(RenderView.Result.of(layout.key(), layout.name(), image));
        }
        return RenderView.of(
                TemplateName.of(template.id().template()),
                results,
                all.missing().stream()
                        .map(one -> new RenderView.Error(
                                one.wanted(), one.why().detail(), one.why().code()))
                        .toList(),
                images.getFirst());
    }

    /** The first layout's picture, as it is stored. */
    Artifact first(TemplateVersion template, RenderRequest wanted, HttpServletResponse response)
            throws InterruptedException {
        Layout layout =
                Layout.of(template, Layout.keys(template, wanted, response).getFirst());
        return pictures.draw(renders.of(template, layout, wanted), null).artifact();
    }

    private Job begin(TemplateVersion template, String layout, RenderRequest wanted, @Nullable IdempotencyKey key) {
        return pictures.begin(renders.of(template, Layout.of(template, layout), wanted), of(key, layout));
    }

    private static @Nullable IdempotencyKey of(@Nullable IdempotencyKey key, String layout) {
        return key == null || layout.equals(RenderRequest.BASE) ? key : key.part("layout " + layout);
    }
}
