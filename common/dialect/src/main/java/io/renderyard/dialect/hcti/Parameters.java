package io.renderyard.dialect.hcti;

import io.renderyard.dialect.field.AddressReader;
import io.renderyard.dialect.field.Violations;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** All parameters of a picture; section 3.4. */
final class Parameters {
    static final String HTML = "html";
    static final String URL = "url";

    private static final int MAX_HTML = 10_000_000;
    private static final int MAX_CSS = 1_000_000;
    private static final int MAX_SIDE = 6_000;
    private static final int MAX_JUMBO = 80_000;

    private static final Set<Context> ANY = EnumSet.allOf(Context.class);
    private static final Set<Context> MARKUP = EnumSet.of(Context.HTML, Context.TEMPLATE);
    private static final Set<Context> ADDRESS = EnumSet.of(Context.URL);
    private static final Set<Context> ALONE = EnumSet.of(Context.HTML, Context.URL);
    private static final Set<Context> TEMPLATE = EnumSet.of(Context.TEMPLATE);

    static final List<Parameter> ALL = List.of(
            signable(HTML, MARKUP, Checks.text(MAX_HTML)),
            signable(URL, ADDRESS, Parameters::address),
            signable("css", ANY, Checks.text(MAX_CSS)),
            signable("google_fonts", MARKUP, GoogleFonts::check),
            signable("selector", ANY, Checks.text(2_000)),
            signable("ms_delay", ANY, Checks.integer(0, 20_000)),
            signable("max_wait_ms", ANY, Checks.integer(500, 10_000)),
            signable("render_when_ready", ANY, Checks.flag()),
            signable("device_scale", ANY, Checks.decimal("0.1", "3")),
            signable("viewport_width", ANY, Checks.integer(1, MAX_SIDE)),
            signable("viewport_height", ANY, Checks.integer(1, MAX_SIDE)),
            signable("viewport_mobile", ANY, Checks.flag()),
            signable("viewport_landscape", ANY, Checks.flag()),
            signable("viewport_touch", ANY, Checks.flag()),
            signable("full_screen", ALONE, Checks.flag()),
            signable("transparent_background", ANY, Checks.triState()),
            signable("color_scheme", ANY, Checks.oneOf("light", "dark")),
            signable("media_type", ANY, Checks.oneOf("screen", "print")),
            signable("timezone", ANY, Checks.timezone()),
            signable("block_consent_banners", ADDRESS, Checks.flag()),
            signable("headers", ADDRESS, Lists::headers),
            signable("additional_header_origins", ADDRESS, Lists::origins),
            signable("include_headers_on_subrequests", ADDRESS, Checks.flag()),
            signable("identify_as_hcti", ADDRESS, Checks.flag()),
            unsigned("request_overrides", ANY, Lists::rules),
            signable("proxy_id", ANY, Checks.absent("names a proxy, of which this farm has none")),
            signable(
                    "storage_destination_id",
                    ANY,
                    Checks.absent("names a storage destination, of which this farm has none")),
            unsigned("pdf_options", ALONE, PdfOptions::check),
            signable("jumbo_max_width", ANY, Checks.integer(1, MAX_JUMBO)),
            signable("jumbo_max_height", ANY, Checks.integer(1, MAX_JUMBO)),
            signable("disable_twemoji", ANY, Checks.triState()),
            signable("max_render_once", ANY, Checks.flag()),
            unsigned("metadata", ALONE, Lists::metadata),
            unsigned("name", TEMPLATE, Checks.text(64)),
            unsigned("description", TEMPLATE, Checks.text(1_024)));

    private Parameters() {}

    private static Parameter signable(String name, Set<Context> contexts, Check check) {
        return new Parameter(name, contexts, true, check);
    }

    private static Parameter unsigned(String name, Set<Context> contexts, Check check) {
        return new Parameter(name, contexts, false, check);
    }

    private static @Nullable JsonNode address(String name, JsonNode given, Violations violations) {
        String text = given.asString("");
        if (!given.isString()) {
            violations.add(name, "must be a string");
            return null;
        }
        // As it was written: the address may come from a signed one, and is part of who the picture is.
        return new AddressReader(violations).read(name, text) == null ? null : StringNode.valueOf(text.strip());
    }
}
