package io.renderyard.gateway.face.hcti;

import io.renderyard.dialect.hcti.Definition;
import io.renderyard.dialect.hcti.Drawing;
import io.renderyard.dialect.hcti.Filling;
import io.renderyard.dialect.hcti.ImageRequest;
import io.renderyard.dialect.hcti.TemplateReference;
import io.renderyard.gateway.image.Drawn;
import io.renderyard.gateway.image.Images;
import io.renderyard.gateway.submission.Submissions;
import io.renderyard.kernel.image.ContentHash;
import io.renderyard.kernel.image.Image;
import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.image.ImageLedger;
import io.renderyard.kernel.image.NewImage;
import io.renderyard.kernel.image.Rendition;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.template.TemplateContent;
import io.renderyard.kernel.template.TemplateLedger;
import io.renderyard.kernel.template.TemplateVersionId;
import io.renderyard.kernel.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Makes images of definitions: one after the other, so that of several either all are judged well or none is written. */
@Component
class ImageMaker {
    private final Images images;
    private final ImageLedger ledger;
    private final TemplateLedger templates;
    private final Submissions submissions;

    ImageMaker(Images images, ImageLedger ledger, TemplateLedger templates, Submissions submissions) {
        this.images = images;
        this.ledger = ledger;
        this.templates = templates;
        this.submissions = submissions;
    }

    /** Judged, and not yet written. */
    sealed interface Made {
        ImageId id();

        /** There before, so there is nothing to write. */
        record Before(ImageId id) implements Made {}

        /** @param first what is drawn at once */
        record Fresh(NewImage image, Rendition first, Submission submission) implements Made {
            @Override
            public ImageId id() {
                return image.id();
            }
        }
    }

    /** @param lane null for what the picture itself asks for */
    Made judge(TenantId tenant, ImageRequest request, @Nullable Lane lane) {
        Rendition first = first(request.extension());
        return switch (request) {
            case ImageRequest.Alone alone -> {
                ContentHash content = ledger.hash(tenant, alone.definition().text());
                Optional<ImageId> twin =
                        alone.window().isZero() ? Optional.empty() : ledger.findTwin(tenant, content, alone.window());
                yield twin.isPresent()
                        ? new Made.Before(twin.get())
                        : fresh(tenant, ledger.next(), alone.definition(), content, first, lane);
            }
            case ImageRequest.Templated templated -> judge(tenant, pinned(tenant, templated.template()), first, lane);
        };
    }

    /** An image whose address is made from its content: the same content is the same image. */
    Made judge(TenantId tenant, Definition definition, Rendition first, @Nullable Lane lane) {
        ImageId id = ledger.hash(tenant, definition.text()).id();
        boolean there = ledger.find(id).filter(image -> !image.deleted()).isPresent();
        return there ? new Made.Before(id) : fresh(tenant, id, definition, null, first, lane);
    }

    /** With the version that is the latest now, where none is named. */
    Definition pinned(TenantId tenant, TemplateReference reference) {
        TemplateVersionId version = templates
                .find(tenant, reference.template(), reference.version())
                .orElseThrow(() -> Refusal.of(new FieldError(
                        reference.version() == null ? "template_id" : "template_version",
                        "names a template or version that is not there")))
                .id();
        return reference.at(version);
    }

    private Made fresh(
            TenantId tenant,
            ImageId id,
            Definition definition,
            @Nullable ContentHash content,
            Rendition first,
            @Nullable Lane lane) {
        Submission submission = submission(tenant, definition, first, lane);
        Refusal.ofAny(submissions.judge(submission).stream()
                .map(error -> new FieldError("url", error.message()))
                .toList());
        TemplateVersionId template = definition.filling().map(Filling::template).orElse(null);
        return new Made.Fresh(new NewImage(id, tenant, definition.text(), content, template), first, submission);
    }

    void write(Made made) {
        switch (made) {
            case Made.Before ignored -> {}
            case Made.Fresh(var image, var first, var submission) -> images.create(image, first, submission);
        }
    }

    /** Waits until it is drawn. */
    Drawn draw(Image image, Rendition rendition) throws InterruptedException {
        Supplier<Definition> definition =
                () -> ledger.findDefinition(image.id()).map(Definition::parse).orElseThrow(Pictures::gone);
        return images.draw(
                image,
                rendition,
                () -> definition.get().isOnce(),
                () -> submission(image.tenant(), definition.get(), rendition, null));
    }

    private static Rendition first(@Nullable String extension) {
        return Optional.ofNullable(extension)
                .flatMap(ImageFormat::of)
                .orElse(ImageFormat.PNG)
                .rendition();
    }

    /** Nothing is shared with other jobs: an image that is deleted takes its bytes with it. */
    private Submission submission(TenantId tenant, Definition definition, Rendition rendition, @Nullable Lane lane) {
        Drawing drawing = drawing(tenant, definition);
        RenderSpec spec = switch (rendition) {
            case RASTER -> drawing.raster();
            case DOCUMENT -> drawing.document();
        };
        Lane own = Lane.of(spec, drawing.variables());
        return new Submission(
                tenant,
                spec,
                drawing.variables(),
                lane == null || own == Lane.HEAVY ? own : lane,
                null,
                Map.of(),
                Reuse.NONE);
    }

    private Drawing drawing(TenantId tenant, Definition definition) {
        Optional<Filling> filling = definition.filling();
        if (filling.isEmpty()) {
            return Drawing.of(definition);
        }
        TemplateVersionId version = filling.get().template();
        TemplateContent template = templates
                .find(tenant, version.template(), version.number())
                .orElseThrow(() -> Refusal.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "The template of this image was deleted, so it cannot be drawn."))
                .content();
        return Drawing.of(template, filling.get());
    }

    /** Of several, in their order. */
    List<Made> judge(TenantId tenant, List<ImageRequest> requests) {
        return requests.stream()
                .map(request -> judge(tenant, request, Lane.BATCH))
                .toList();
    }
}
