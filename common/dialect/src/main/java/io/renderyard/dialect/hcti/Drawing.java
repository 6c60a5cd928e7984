package io.renderyard.dialect.hcti;

import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.template.TemplateContent;
import java.net.URI;

/**
 * How a definition is drawn.
 *
 * @param raster as pixels
 * @param document as pages
 */
public record Drawing(RenderSpec raster, RenderSpec document, Variables variables) {
    /** Of markup or an address. */
    public static Drawing of(Definition definition) {
        return definition.type() == Definition.Type.URL
                ? of(definition, new Source.Url(URI.create(definition.text(Parameters.URL))), false, Variables.NONE)
                : of(
                        definition,
                        new Source.Html(Markup.whole(definition.markup())),
                        Markup.isFragment(definition.markup()),
                        Variables.NONE);
    }

    /** @param template of the version that the filling names */
    public static Drawing of(TemplateContent template, Filling filling) {
        String markup = template.base().markup();
        return of(
                TemplateForm.definition(template),
                template.source(Markup.whole(markup)),
                Markup.isFragment(markup),
                filling.variables());
    }

    private static Drawing of(Definition definition, Source source, boolean fragment, Variables variables) {
        SpecWriter writer = new SpecWriter(definition, source, fragment);
        return new Drawing(
                writer.spec(new PictureFormat.Png()),
                writer.spec(PdfOptions.of(definition.at("pdf_options"))),
                variables);
    }
}
