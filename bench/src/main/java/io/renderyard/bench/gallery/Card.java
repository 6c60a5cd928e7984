package io.renderyard.bench.gallery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One example on the page. */
record Card(Verdict verdict, Path folder) {
    private static final Map<String, String> EXTENSIONS = Map.of(
            "image/png", "png",
            "image/jpeg", "jpg",
            "image/webp", "webp",
            "image/avif", "avif",
            "image/gif", "gif",
            "application/pdf", "pdf");

    /** Writes the files that it shows, too. */
    String html() throws IOException {
        Example example = verdict.example();
        return """
                <article id="%s" class="%s">
                <header><h3>%s</h3><span class="mark">%s</span></header>
                <p>%s</p>
                %s
                <p class="facts">%s</p>
                %s
                <details><summary>Request</summary><pre>%s</pre></details>
                </article>
                """.formatted(
                        example.name(),
                        verdict.isGreen() ? "green" : "red",
                        escaped(example.title()),
                        verdict.isGreen() ? "✓" : "✗",
                        escaped(example.shows()),
                        view(),
                        facts(),
                        complaints(),
                        escaped(example.request().written()));
    }

    private String view() throws IOException {
        return switch (verdict.outcome()) {
            case Outcome.Failed failed ->
                "<blockquote><b>%s</b> %s</blockquote>".formatted(escaped(failed.code()), escaped(failed.message()));
            case Outcome.Refused refused ->
                "<blockquote><b>%d</b> %s</blockquote>".formatted(refused.status(), escaped(detail(refused)));
            case Outcome.Drawn drawn -> picture(drawn);
        };
    }

    private static String detail(Outcome.Refused refused) {
        JsonNode problem = JsonMapper.shared().readTree(refused.answer());
        return problem.path("detail").asString("") + " " + problem.path("errors");
    }

    private String picture(Outcome.Drawn drawn) throws IOException {
        String file = verdict.example().name() + "." + EXTENSIONS.getOrDefault(drawn.type(), "bin");
        Files.write(folder.resolve(file), drawn.bytes());
        String shown = drawn.isDocument() ? firstPage() : file;
        return "<a class=\"picture\" href=\"%s\"><img loading=\"lazy\" alt=\"\" src=\"%s\"></a>".formatted(file, shown);
    }

    private String firstPage() throws IOException {
        String file = verdict.example().name() + "-page-1.png";
        if (!verdict.pictures().isEmpty()) {
            ImageIO.write(
                    verdict.pictures().getFirst(), "png", folder.resolve(file).toFile());
        }
        return file;
    }

    private String facts() {
        StringJoiner facts = new StringJoiner(" · ");
        if (verdict.outcome() instanceof Outcome.Drawn drawn) {
            if (!verdict.pictures().isEmpty()) {
                facts.add(verdict.pictures().getFirst().getWidth() + " × "
                        + verdict.pictures().getFirst().getHeight() + " "
                        + (drawn.isDocument() ? "pt" : "px"));
            }
            if (verdict.pictures().size() > 1) {
                facts.add(verdict.pictures().size() + (drawn.isDocument() ? " pages" : " frames"));
            }
            facts.add(String.format(Locale.ROOT, "%,.1f kB", drawn.bytes().length / 1000.0));
            drawn.receipt().path("flags").forEach(flag -> facts.add(flag.asString()));
            count(facts, drawn.receipt(), "consoleErrors", "console errors");
            count(facts, drawn.receipt(), "failedRequests", "failed requests");
            count(facts, drawn.receipt(), "blockedRequests", "blocked requests");
        }
        facts.add(String.format(Locale.ROOT, "%.2f s", verdict.seconds()));
        return escaped(facts.toString());
    }

    private static void count(StringJoiner facts, JsonNode receipt, String member, String words) {
        if (!receipt.path(member).isEmpty()) {
            facts.add(receipt.path(member).size() + " " + words);
        }
    }

    private String complaints() {
        StringBuilder list = new StringBuilder();
        verdict.complaints()
                .forEach(one -> list.append("<p class=\"complaint\">")
                        .append(escaped(one))
                        .append("</p>"));
        String note = verdict.example().expected().note();
        return note == null || verdict.isGreen()
                ? list.toString()
                : list.append("<p class=\"complaint\">")
                        .append(escaped(note))
                        .append("</p>")
                        .toString();
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
