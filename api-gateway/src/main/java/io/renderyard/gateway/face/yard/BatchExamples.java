package io.renderyard.gateway.face.yard;

/** Uploads that the API's description shows. */
final class BatchExamples {
    static final String CARDS = """
            {
              "source": {"html": "<h1>{{name}}</h1><p>Seat {{seat}}</p>"},
              "output": {"format": "png", "width": 800, "height": 400},
              "concurrency": 20,
              "priority": "normal",
              "webhook": {"url": "https://example.com/hooks/renderyard", "on": "digest", "digestSeconds": 60},
              "items": [
                {"variables": {"name": "Ada", "seat": 12}, "metadata": {"guest": "1"}},
                {"variables": {"name": "Grace", "seat": 13}}
              ]
            }""";

    static final String PAGES = """
            {
              "capture": {"fullPage": true},
              "items": [
                {"source": {"url": "https://example.com/"}},
                {"source": {"url": "https://example.com/about"}}
              ]
            }""";

    static final String PAINTINGS = """
            {
              "source": {"prompt": "a {{animal}} reading a newspaper", "model": "seedream3.0", "style": "artistic"},
              "output": {"format": "webp"},
              "items": [
                {"variables": {"animal": "fox"}},
                {"variables": {"animal": "heron"}}
              ]
            }""";

    static final String LINES = """
            {"source": {"html": "<h1>{{name}}</h1>"}, "output": {"format": "png"}}
            {"variables": {"name": "Ada"}}
            {"variables": {"name": "Grace"}}
            """;

    static final String TABLE = """
            name,seat
            Ada,12
            "Hopper, Grace",13
            """;

    private BatchExamples() {}
}
