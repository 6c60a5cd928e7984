package io.renderyard.gateway.face.pictify;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells by path and credential whether this face was meant; section 1.1. */
final class FacePath {
    static final String ROOT = "/pictify";
    private static final String VERSION = "/v1";

    /** First segments that are this face's, wherever it is mounted. */
    private static final Set<String> OWN = Set.of(
            "templates",
            "gif",
            "pdf",
            "r",
            "b",
            "s",
            "webhook-subscriptions",
            "webhooks",
            "bindings",
            "data-sources",
            "experiments",
            "video",
            "copilot",
            "public",
            "health",
            "healthcheck");

    /** Those that another face has under the version, too. */
    private static final Set<String> SHARED = Set.of("image", "template");

    /** This face's names of pictures and templates, and the one word that it says to everybody. */
    private static final Pattern NAMES = Pattern.compile("([0-9a-z]{26}|tmpl_[^/]*|health)(/.*)?");

    private FacePath() {}

    /**
     * @param path as it was written, percent-encoded
     * @return the path under {@value #ROOT}, without a version; empty when another face was meant
     */
    static Optional<String> of(String path, @Nullable String authorization) {
        if (path.equals(ROOT) || path.startsWith(ROOT + "/")) {
            return Optional.of(ROOT + canonical(withoutVersion(path.substring(ROOT.length()))));
        }
        if (isUsers(path)) {
            return Optional.of(ROOT + path);
        }
        boolean versioned = path.startsWith(VERSION + "/");
        String rest = withoutVersion(path);
        String first = segment(rest);
        boolean meant = OWN.contains(first)
                || isUsers(rest)
                || (SHARED.contains(first) && (!versioned || isMeant(rest, first, authorization)));
        return meant ? Optional.of(ROOT + canonical(rest)) : Optional.empty();
    }

    private static String withoutVersion(String path) {
        return path.equals(VERSION) || path.startsWith(VERSION + "/") ? path.substring(VERSION.length()) : path;
    }

    private static boolean isUsers(String path) {
        return path.equals("/api/users") || path.startsWith("/api/users/");
    }

    private static String segment(String path) {
        int end = path.indexOf('/', 1);
        return path.isEmpty() ? "" : path.substring(1, end < 0 ? path.length() : end);
    }

    /** Where both faces live, Bearer is this one and Basic is the other; without a word the name decides. */
    private static boolean isMeant(String rest, String first, @Nullable String authorization) {
        String scheme = authorization == null ? "" : authorization.strip().toLowerCase(Locale.ROOT);
        if (scheme.startsWith("bearer ")) {
            return true;
        }
        String below = rest.substring(first.length() + 1);
        return scheme.isEmpty()
                && below.length() > 1
                && NAMES.matcher(below.substring(1)).matches();
    }

    /** One of the oldest spellings. */
    private static String canonical(String path) {
        return segment(path).equals("template") ? "/templates" + path.substring("/template".length()) : path;
    }
}
