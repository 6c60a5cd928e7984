package io.renderyard.gateway.face.yard;

/** Bodies that the API's description shows. */
final class SubmissionExamples {
    static final String CARD = """
            {
              "source": {"html": "<h1 style='font-family: Inter'>Hello</h1>"},
              "fonts": ["Inter:400,700"],
              "output": {"format": "png", "width": 1200, "height": 630, "deviceScale": 2, "compression": "compact"},
              "capture": {"background": "transparent"}
            }""";

    static final String FULL_PAGE = """
            {
              "source": {"url": "https://example.com/"},
              "output": {"format": "webp", "width": 1440, "height": 900, "quality": 85},
              "capture": {"fullPage": true},
              "environment": {"colorScheme": "dark", "timezone": "Europe/Berlin", "locale": "de-DE"},
              "requests": {"headers": {"X-Preview": "1"}, "blockAds": true, "blockConsentBanners": true},
              "wait": {"until": "network_quiet", "atMost": 40000, "onTimeout": "capture", "failOn": ["http_error"]}
            }""";

    static final String FILLED = """
            {
              "source": {"html": "<h1>{{guest.name}}</h1><p>Seat {{guest.seat}}</p>"},
              "variables": {"guest": {"name": "Ada", "seat": 12}},
              "cache": 3600000
            }""";
    static final String GIF = """
            {
              "source": {"html": "<div class='spinner'></div>"},
              "css": ".spinner { width: 40px; height: 40px; background: teal; animation: turn 1s linear infinite }\
             @keyframes turn { to { rotate: 1turn } }",
              "output": {"format": "gif", "width": 80, "height": 80, "gif": {"fps": 25, "motion": "timeline", "loops": 0}}
            }""";

    static final String PDF = """
            {
              "source": {"url": "https://example.com/invoice"},
              "output": {
                "format": "pdf",
                "pdf": {
                  "paper": "A4",
                  "margins": {"top": "20mm", "right": "15mm", "bottom": "20mm", "left": "15mm"},
                  "footer": "<div style='font-size: 8pt'><span class='pageNumber'></span></div>",
                  "title": "Invoice",
                  "more": [{"html": "<h1>Terms</h1>"}]
                }
              },
              "environment": {"mediaType": "print"},
              "webhookUrl": "https://example.com/hooks/renderyard"
            }""";

    static final String PROMPT = """
            {
              "source": {
                "prompt": "a lighthouse on a cliff at dusk, calm sea, two gulls",
                "model": "seedream3.0",
                "aspectRatio": "16:9",
                "style": "artistic",
                "seed": 7
              },
              "output": {"format": "webp"},
              "webhookUrl": "https://example.com/hooks/renderyard"
            }""";

    static final String PAINTED = """
            {
              "source": {"html": "<body style='background: url({{bg}}) center / cover'><h1>{{title}}</h1></body>"},
              "output": {"format": "jpeg", "width": 1280, "height": 720},
              "variables": {
                "title": "Autumn sale",
                "bg": {"type": "image", "prompt": "a forest in autumn, morning mist", "aspectRatio": "16:9"}
              }
            }""";

    private SubmissionExamples() {}
}
