package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.ImageView;
import io.renderyard.dialect.pictify.SizeRequests.Sized;
import io.renderyard.dialect.pictify.SizesView;
import io.renderyard.dialect.pictify.TemplateName;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.process.web.WebSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Renders one layout of a template in several sizes; section 7.7. */
@Component
class SizeRenders {
    private final Renders renders;
    private final DrawnPictures pictures;
    private final SideBySide several;
    private final ApiLinks links;

    SizeRenders(Renders renders, DrawnPictures pictures, SideBySide several, WebSettings web) {
        this.renders = renders;
        this.pictures = pictures;
        this.several = several;
        this.links = new ApiLinks(web.baseUrl());
    }

    /** @param place in the request, since two sizes may be equal */
    private record Placed(int place, Sized size) {}

    /**
     * @param key the client's name for the request; each size has one made of it
     * @param response is told when the base stands for an unknown layout
     */
    SizesView draw(
            TemplateVersion template, List<Sized> sizes, @Nullable IdempotencyKey key, HttpServletResponse response)
            throws InterruptedException {
        List<Placed> wanted = IntStream.range(0, sizes.size())
                .mapToObj(place -> new Placed(place, sizes.get(place)))
                .toList();
        // All of them name the same one.
        Layout layout = Layout.of(
                template,
                Layout.keys(template, sizes.getFirst().request(), response).getFirst());
        SideBySide.Pictures<Placed> all =
                several.draw(wanted, one -> begin(template, layout, one, key)).orRefuse();
        return SizesView.of(
                TemplateName.of(template.id().template()),
                all.drawn().stream().map(this::result).toList(),
                all.missing().stream().map(SizeRenders::error).toList());
    }

    private Job begin(TemplateVersion template, Layout layout, Placed wanted, @Nullable IdempotencyKey key) {
        return pictures.begin(
                renders.of(template, layout, wanted.size().request()),
                key == null ? null : key.part("size " + wanted.place()));
    }

    private SizesView.Result result(SideBySide.Drawn<Placed> one) {
        Sized size = one.wanted().size();
        String format = size.request().drawing().output().word();
        return SizesView.Result.of(size, ImageView.of(one.picture(), format, links));
    }

    private static SizesView.Error error(SideBySide.Missing<Placed> one) {
        return SizesView.Error.of(
                one.wanted().size(), one.why().detail(), one.why().code());
    }
}
