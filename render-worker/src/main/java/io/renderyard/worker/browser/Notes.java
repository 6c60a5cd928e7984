package io.renderyard.worker.browser;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.artifact.Receipt.BlockedRequest;
import io.renderyard.kernel.artifact.Receipt.FailedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is written down while a page is drawn. Safe for several threads: the browser speaks on one of its own. */
final class Notes {
    private final List<Receipt.Step> steps = new ArrayList<>();
    private final List<String> consoleErrors = new ArrayList<>();
    private final List<FailedRequest> failed = new ArrayList<>();
    private final List<BlockedRequest> blocked = new ArrayList<>();
    private final Set<Receipt.Flag> flags = EnumSet.noneOf(Receipt.Flag.class);
    private String title = "";
    private String address = Tab.BLANK;

    @Nullable
    private Integer httpStatus;

    @Nullable
    private String step;

    private long since;

    /** A new step begins, and the one before has ended. */
    synchronized void step(String name) {
        end();
        step = name;
        since = System.nanoTime();
    }

    private void end() {
        if (step != null) {
            steps.add(new Receipt.Step(step, Duration.ofNanos(System.nanoTime() - since)));
        }
        step = null;
    }

    synchronized void flag(Receipt.Flag flag) {
        flags.add(flag);
    }

    synchronized void consoleError(String text) {
        addBounded(consoleErrors, text);
    }

    synchronized void failed(String url, String reason) {
        addBounded(failed, new FailedRequest(url, reason));
    }

    synchronized void blocked(String url, String by) {
        addBounded(blocked, new BlockedRequest(url, by));
    }

    private static <T> void addBounded(List<T> list, T one) {
        if (list.size() < Receipt.MOST) {
            list.add(one);
        }
    }

    /** @param page what the page said of itself when it was ready */
    synchronized void arrived(JsonNode page) {
        title = page.path("title").asString("");
        address = page.path("address").asString(Tab.BLANK);
        int status = page.path("status").asInt(0);
        httpStatus = status == 0 ? null : status;
    }

    @Nullable
    synchronized Integer httpStatus() {
        return httpStatus;
    }

    synchronized List<String> consoleErrors() {
        return List.copyOf(consoleErrors);
    }

    synchronized List<FailedRequest> failedRequests() {
        return List.copyOf(failed);
    }

    synchronized Receipt receipt(String browser, String fonts) {
        end();
        return new Receipt(title, address, httpStatus, steps, consoleErrors, failed, blocked, browser, fonts, flags);
    }
}
