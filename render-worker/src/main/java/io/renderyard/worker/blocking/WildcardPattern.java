package io.renderyard.worker.blocking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code ||host^path*more|}: {@code *} is anything, {@code ^} a separator or the end, {@code |} an end of the address and
 * {@code ||} the beginning of any label of the host.
 */
final class WildcardPattern implements UrlPattern {
    private final Start start;
    private final boolean toTheEnd;
    private final boolean matchCase;
    private final String[] parts;

    enum Start {
        ANYWHERE,
        ADDRESS,
        HOST
    }

    WildcardPattern(String text, boolean matchCase) {
        this.start = text.startsWith("||") ? Start.HOST : text.startsWith("|") ? Start.ADDRESS : Start.ANYWHERE;
        this.toTheEnd = text.endsWith("|") && text.length() > 2;
        int from = switch (start) {
            case ANYWHERE -> 0;
            case ADDRESS -> 1;
            case HOST -> 2;
        };
        String body = text.substring(from, text.length() - (toTheEnd ? 1 : 0));
        this.matchCase = matchCase;
        this.parts = (matchCase ? body : body.toLowerCase(Locale.ROOT)).split("\\*+", -1);
    }

    @Override
    public boolean matches(Request request) {
        String url = matchCase ? request.url() : request.lower();
        return switch (start) {
            case ANYWHERE -> after(url, 0, 0);
            case ADDRESS -> from(url, 0);
            case HOST -> fromALabel(url, request.hostStart(), request.hostEnd());
        };
    }

    private boolean fromALabel(String url, int hostStart, int hostEnd) {
        for (int at = hostStart; at >= 0 && at < hostEnd; ) {
            if (from(url, at)) {
                return true;
            }
            int dot = url.indexOf('.', at);
            at = dot < 0 ? -1 : dot + 1;
        }
        return false;
    }

    private boolean from(String url, int at) {
        int end = end(parts[0], url, at);
        return end >= 0 && (parts.length == 1 ? !toTheEnd || end == url.length() : after(url, end, 1));
    }

    /** The parts from that one on, in their order, the first where it comes first. */
    private boolean after(String url, int from, int first) {
        int at = from;
        for (int part = first; part < parts.length; part++) {
            at = toTheEnd && part == parts.length - 1 ? last(parts[part], url, at) : find(parts[part], url, at);
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    /** Where the part ends that begins at or after a place; negative when there is none. */
    private static int find(String part, String url, int from) {
        if (part.indexOf('^') < 0) {
            int at = url.indexOf(part, from);
            return at < 0 ? -1 : at + part.length();
        }
        for (int at = from; at <= url.length(); at++) {
            int end = end(part, url, at);
            if (end >= 0) {
                return end;
            }
        }
        return -1;
    }

    private static int last(String part, String url, int from) {
        for (int at = Math.max(from, url.length() - part.length()); at <= url.length(); at++) {
            if (end(part, url, at) == url.length()) {
                return url.length();
            }
        }
        return -1;
    }

    /** Where the part ends that begins exactly there. */
    private static int end(String part, String url, int at) {
        int place = at;
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (place == url.length() && c == '^') {
                continue;
            }
            if (place >= url.length() || !(c == '^' ? isSeparator(url.charAt(place)) : c == url.charAt(place))) {
                return -1;
            }
            place++;
        }
        return place;
    }

    private static boolean isSeparator(char c) {
        return !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')
                && c != '_'
                && c != '-'
                && c != '.'
                && c != '%';
    }

    /** Only words with both ends in sight: what stands beside {@code *} may be part of a longer one. */
    @Override
    public List<String> words() {
        List<String> words = new ArrayList<>();
        for (int part = 0; part < parts.length; part++) {
            boolean openLeft = part > 0 || start == Start.ANYWHERE;
            boolean openRight = part < parts.length - 1 || !toTheEnd;
            words(parts[part].toLowerCase(Locale.ROOT), openLeft, openRight, words);
        }
        return words;
    }

    private static void words(String part, boolean openLeft, boolean openRight, List<String> words) {
        int start = 0;
        for (int at = 0; at <= part.length(); at++) {
            if (at == part.length() || !Tokens.isPart(part.charAt(at))) {
                boolean whole = !(start == 0 && openLeft) && !(at == part.length() && openRight);
                if (at - start > 1 && whole) {
                    words.add(part.substring(start, at));
                }
                start = at + 1;
            }
        }
    }

    @Override
    public String toString() {
        return start + " " + Arrays.toString(parts) + (toTheEnd ? " to the end" : "");
    }
}
