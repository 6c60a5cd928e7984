package io.renderyard.worker.browser;

import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevToolsException;
import java.time.Duration;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The animations of a page (CSS, Web Animations, SVG), stopped and set to one time after the other. */
record Timeline(Tab tab, Deadline deadline) {
    /**
     * What has run out is no longer in the document's list, so the list is kept. One round is as long as the longest
     * animation; one that goes on for ever counts once, and twice when it goes there and back.
     */
    private static final String STOP = """
            (() => {
              const kept = [];
              let length = 0, endless = false;
              for (const animation of document.getAnimations()) {
                if (!(animation.timeline instanceof DocumentTimeline) || !animation.effect) continue;
                const timing = animation.effect.getComputedTiming();
                if (!(timing.duration > 0)) continue;
                animation.pause();
                kept.push(animation);
                if (timing.endTime === Infinity) {
                  endless = true;
                  const rounds = String(timing.direction).startsWith('alternate') ? 2 : 1;
                  length = Math.max(length, Math.max(0, timing.delay) + timing.duration * rounds);
                } else length = Math.max(length, timing.endTime);
              }
              const drawings = [];
              for (const part of document.querySelectorAll('animate, animateTransform, animateMotion, set')) {
                const drawing = part.ownerSVGElement;
                if (!drawing) continue;
                drawing.pauseAnimations();
                drawings.push(drawing);
                endless = true;
                try { length = Math.max(length, part.getSimpleDuration() * 1000); } catch { /* it has none */ }
              }
              globalThis[Symbol.for('timeline')] = {kept, drawings};
              return {length, endless};
            })()""";

    private static final String SEEK = """
            (time => {
              const {kept, drawings} = globalThis[Symbol.for('timeline')];
              for (const animation of kept) animation.currentTime = time;
              for (const drawing of drawings) drawing.setCurrentTime(time / 1000);
            })(%s)""";

    /**
     * How long one round takes.
     *
     * @param endless true when the end is followed by the beginning, so that the last frame must not be shown twice
     */
    record Length(Duration round, boolean endless) {
        static final Length NONE = new Length(Duration.ZERO, false);

        boolean isNone() {
            return round.isZero();
        }
    }

    /** Stops everything that has a time; {@link Length#NONE} when nothing has. */
    Length stop() throws DevToolsException, InterruptedException {
        JsonNode found = tab.evaluate(STOP, deadline);
        return new Length(
                Duration.ofNanos(Math.round(found.path("length").asDouble() * 1e6)),
                found.path("endless").asBoolean());
    }

    void seek(Duration time) throws DevToolsException, InterruptedException {
        tab.evaluate(String.format(Locale.ROOT, SEEK, time.toNanos() / 1e6), deadline);
    }
}
