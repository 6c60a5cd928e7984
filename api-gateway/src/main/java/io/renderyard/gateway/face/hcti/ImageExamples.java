package io.renderyard.gateway.face.hcti;

/** Requests that the API's description shows. */
final class ImageExamples {
    static final String HTML = """
            {"html": "<div class='card'>Hello</div>", "css": ".card{padding:40px}", "google_fonts": "Open+Sans|Roboto"}""";

    static final String URL = """
            {"url": "https://example.com/", "viewport_width": 1200, "viewport_height": 630, "ms_delay": 200}""";

    static final String FILLED = """
            {"template_id": "t-01a20064-d80b-7000-bb72-fe172009b242", "template_values": {"title": "Hello"}}""";

    static final String VALUES = """
            {"template_values": {"title": "Hello", "items": [{"name": "one"}, {"name": "two"}]}, "format": "webp"}""";

    static final String BATCH = """
            {"default_options": {"css": "p{color:red}"}, "variations": [{"html": "<p>1</p>"}, {"html": "<p>2</p>"}]}""";

    static final String FILLED_BATCH = """
            {
              "default_options": {"template_id": "t-01a20064-d80b-7000-bb72-fe172009b242", "template_values": {"lang": "en"}},
              "variations": [{"template_values": {"title": "One"}}, {"template_values": {"title": "Two"}}]
            }""";

    static final String IDS = """
            {"ids": ["01a20064-7116-7000-9a65-7344eaa6ad4f"]}""";

    static final String TEMPLATE = """
            {"name": "Card", "html": "<h1>{{title}}</h1>{{#each items}}<p>{{name}}</p>{{/each}}", "css": "h1{margin:0}"}""";

    private ImageExamples() {}
}
