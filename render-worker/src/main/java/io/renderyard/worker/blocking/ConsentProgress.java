package io.renderyard.worker.blocking;

import java.util.HashSet;
import java.util.Set;

/**
 * How far the consent scripts of a page's documents have got. A value: each payload makes the next one.
 *
 * @param page of the document in the main frame; the newest, when the page moved on
 * @param busyFrames scripts in other frames that are busy; those that only look are not waited for, since frames come and
 *     go
 */
public record ConsentProgress(Stage page, Set<String> busyFrames) {
    public static final ConsentProgress NONE = new ConsentProgress(Stage.LOOKING, Set.of());

    /** What is not there after so many looks, half a second apart, is taken for absent. */
    private static final int ENOUGH_LOOKS = 2;

    /** More than a page has; a page that makes them up gains nothing. */
    private static final int MOST_FRAMES = 200;

    /** Of one document. */
    public enum Stage {
        /** It has not looked well enough yet. */
        LOOKING,
        /** It has seen a banner's code, and waits for the banner or answers it. */
        BUSY,
        /** There is nothing more to wait for. */
        DONE
    }

    public ConsentProgress {
        busyFrames = Set.copyOf(busyFrames);
    }

    /** @param payload what came through the binding */
    public ConsentProgress after(String payload) {
        return switch (ConsentMessage.of(payload)) {
            case ConsentMessage.Report report -> with(report);
            case ConsentMessage.Init(String url) -> this;
            case ConsentMessage.OptedOut(boolean done) -> this;
            case ConsentMessage.Other() -> this;
        };
    }

    private ConsentProgress with(ConsentMessage.Report report) {
        Stage stage = stage(report);
        if (report.mainFrame()) {
            return new ConsentProgress(stage, busyFrames);
        }
        Set<String> busy = new HashSet<>(busyFrames);
        if (stage != Stage.BUSY) {
            busy.remove(report.instance());
        } else if (busy.size() < MOST_FRAMES) {
            busy.add(report.instance());
        }
        return new ConsentProgress(page, busy);
    }

    private static Stage stage(ConsentMessage.Report report) {
        return switch (report.lifecycle()) {
            case "cmpDetected", "openPopupDetected", "runningOptOut", "runningOptIn", "optOutFailed" -> Stage.BUSY;
            case "done", "optOutSucceeded", "optInSucceeded", "optInFailed", "nothingDetected" -> Stage.DONE;
            default -> report.looks() >= ENOUGH_LOOKS ? Stage.DONE : Stage.LOOKING;
        };
    }

    /**
     * Whether the picture can be taken as far as banners go. Wait for it with a bound of some seconds: a frame that is
     * taken away while busy never says so.
     */
    public boolean isSettled() {
        return page == Stage.DONE && busyFrames.isEmpty();
    }
}
