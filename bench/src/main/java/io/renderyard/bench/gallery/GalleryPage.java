package io.renderyard.bench.gallery;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes index.html and the pictures beside it. */
final class GalleryPage {
    private final Path folder;

    GalleryPage(Path folder) {
        this.folder = folder;
    }

    Path write(List<Verdict> verdicts) throws IOException {
        StringBuilder cards = new StringBuilder();
        StringBuilder contents = new StringBuilder();
        Map<String, List<Verdict>> topics = verdicts.stream()
                .collect(Collectors.groupingBy(
                        verdict -> verdict.example().topic(), java.util.LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Verdict>> topic : topics.entrySet()) {
            String anchor = topic.getKey().toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
            contents.append("<a href=\"#%s\">%s <small>%d</small></a>\n"
                    .formatted(
                            anchor,
                            Card.escaped(topic.getKey()),
                            topic.getValue().size()));
            cards.append(
                    "<h2 id=\"%s\">%s</h2>\n<div class=\"cards\">\n".formatted(anchor, Card.escaped(topic.getKey())));
            for (Verdict verdict : topic.getValue()) {
                cards.append(new Card(verdict, folder).html());
            }
            cards.append("</div>\n");
        }
        long green = verdicts.stream().filter(Verdict::isGreen).count();
        String page = frame().replace("{{contents}}", contents)
                .replace("{{count}}", green + " of " + verdicts.size())
                .replace("{{mood}}", green == verdicts.size() ? "green" : "red")
                .replace("{{cards}}", cards);
        return Files.writeString(folder.resolve("index.html"), page);
    }

    private static String frame() throws IOException {
        try (InputStream frame = GalleryPage.class.getResourceAsStream("frame.html")) {
            if (frame == null) {
                throw new IOException("frame.html is missing in the jar");
            }
            return new String(frame.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
