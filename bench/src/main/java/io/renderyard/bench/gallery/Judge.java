package io.renderyard.bench.gallery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Compares what was drawn with what was expected, and collects everything that is wrong. */
final class Judge {
    private final Expectation expected;
    private final List<String> complaints = new ArrayList<>();

    Judge(Expectation expected) {
        this.expected = expected;
    }

    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void judge(Outcome outcome, @Nullable Decoded decoded) {
        String ending = switch (outcome) {
            case Outcome.Failed failed -> "failure " + failed.code();
            case Outcome.Refused _ -> "refusal";
            case Outcome.Drawn _ -> "picture";
        };
        same("the job's end", ending, expectedEnding());
        if (outcome instanceof Outcome.Refused refused && expected.refused() != null) {
            holds("the refusal", refused.answer(), expected.refused());
        }
        if (outcome instanceof Outcome.Drawn drawn
                && decoded != null
                && expectedEnding().equals("picture")) {
            pixels(decoded);
            file(drawn, decoded);
            receipt(drawn.receipt());
        }
    }

    private String expectedEnding() {
        if (expected.failure() != null) {
            return "failure " + expected.failure();
        }
        return expected.refused() == null ? "picture" : "refusal";
    }

    private void pixels(Decoded decoded) {
        if (expected.size() != null) {
            same("the size", decoded.size(), expected.size());
        }
        for (Point point : expected.points()) {
            point.complaint(decoded.pictures()).ifPresent(complaints::add);
        }
        Integer most = expected.atMostColours();
        Integer least = expected.atLeastColours();
        if (most != null && decoded.colours() > most) {
            complaints.add("there are " + decoded.colours() + " colours, at most " + most + " are expected");
        }
        if (least != null && decoded.colours() < least) {
            complaints.add("there are " + decoded.colours() + " colours, at least " + least + " are expected");
        }
    }

    private void file(Outcome.Drawn drawn, Decoded decoded) {
        asExpected("the media type", drawn.type(), expected.type());
        asExpected("the number of pictures", decoded.pictures().size(), expected.pictures());
        asExpected("the duration in ms", decoded.durationMs(), expected.durationMs());
        asExpected("the loops", decoded.loops(), expected.loops());
        asExpected("the dpi", decoded.dpi(), expected.dpi());
        expected.text().forEach(text -> holds("the text", decoded.text(), text));
    }

    private void receipt(JsonNode receipt) {
        asExpected("the receipt's flags", words(receipt.path("flags")), expected.flags());
        String blocked = receipt.path("blockedRequests").toString();
        expected.blocked().forEach(reason -> holds("the receipt's blocked requests", blocked, reason));
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private void holds(String what, String actual, String part) {
        if (!actual.contains(part)) {
            complaints.add(what + " has no " + part + ": " + actual.strip());
        }
    }

    private void asExpected(String what, @Nullable Object actual, @Nullable Object wanted) {
        if (wanted != null) {
            same(what, actual, wanted);
        }
    }

    private void same(String what, @Nullable Object actual, Object wanted) {
        if (!Objects.equals(actual, wanted)) {
            complaints.add(what + ": " + actual + " instead of " + wanted);
        }
    }
}
