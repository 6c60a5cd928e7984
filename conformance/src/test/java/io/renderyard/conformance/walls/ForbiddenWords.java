package io.renderyard.conformance.walls;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Words that no committed file may contain; each is put together from pieces, since this file is committed too. */
enum ForbiddenWords {
    A_BROWSER_WITHOUT_ITS_SANDBOX("--no-" + "sandbox|--disable-setuid-" + "sandbox"),
    A_BROWSER_WITHOUT_ITS_ORIGINS("--disable-web-" + "security"),
    A_REGISTRY_HOST("(?i)\\b(repo1?\\.mav" + "en(\\.apache)?\\.org|registry\\.np" + "mjs\\.org|registry\\.yarn"
            + "pkg\\.com|registry-1\\.dock" + "er\\.io|files\\.python" + "hosted\\.org|proxy\\.go" + "lang\\.org)"
            + "|https?://([\\w-]+\\.)*(nexus|artifactory|verdaccio|mirror)[\\w-]*(\\.[\\w-]+)*[:/]"),
    A_PATH_OF_A_BUILD_MACHINE("(?<![\\w./$}~-])/(wo" + "rk/|tmp/" + "wt/|ro" + "ot/|Us" + "ers/\\w|home/run" + "ner/)");

    private final Pattern pattern;

    ForbiddenWords(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** The lines that contain the word, with their numbers. */
    List<String> linesWith(String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(index -> pattern.matcher(lines.get(index)).find())
                .mapToObj(index -> (index + 1) + ": " + lines.get(index).strip())
                .toList();
    }
}
