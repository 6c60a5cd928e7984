package io.renderyard.worker.browser;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.artifact.Receipt.BlockedRequest;
import io.renderyard.kernel.artifact.Receipt.FailedRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is written down while a page is drawn. Safe for several threads: the browser speaks on one of its own. */
final class Notes {
    private final List<Receipt.Step> steps = new ArrayList<>();
    private final List<String> consoleErrors = new ArrayList<>();
    private final List<FailedRequest> failed = new ArrayList<>();
    private final List<BlockedRequest> blocked = new ArrayList<>();
    private final Set<Receipt.Flag> flags = EnumSet.noneOf(Receipt.Flag.class);
    private final List<String> said = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();
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
        BlockedRequest one = new BlockedRequest(url, by);
        if (!blocked.contains(one)) {
            addBounded(blocked, one);
        }
    }

    /**
     * What could not be loaded because the farm does not go there did not fail, it was blocked.
     *
     * @param refused tells that of an address
     */
    synchronized void failedOnPurpose(Predicate<String> refused, String by) {
        failedRequests().stream().map(FailedRequest::url).filter(refused).forEach(url -> blocked(url, by));
        failed.removeIf(one -> refused.test(one.url()));
        missed.removeIf(refused);
    }

    private static <T> void addBounded(List<T> list, T one) {
        if (list.size() < Receipt.MOST) {
            list.add(one);
        }
    }

    /** @param page what the page said of itself when it was ready; what it heard since its beginning is part of that */
    synchronized void arrived(JsonNode page) {
        said.clear();
        page.path("said").forEach(one -> said.add(one.asString("")));
        missed.clear();
        page.path("missed").forEach(one -> missed.add(one.asString("")));
        title = page.path("title").asString("");
        address = page.path("address").asString(Tab.BLANK);
        int status = page.path("status").asInt(0);
        httpStatus = status == 0 ? null : status;
        // Chrome's log counts the page's own answer among the resources.
        failed.removeIf(one -> one.url().equals(address));
    }

    @Nullable
    synchronized Integer httpStatus() {
        return httpStatus;
    }

    synchronized List<String> consoleErrors() {
        return Stream.concat(said.stream(), consoleErrors.stream())
                .limit(Receipt.MOST)
                .toList();
    }

    /** What the page missed is told by the log too, and better; but not always. */
    synchronized List<FailedRequest> failedRequests() {
        Set<String> known = failed.stream().map(FailedRequest::url).collect(Collectors.toCollection(HashSet::new));
        blocked.forEach(one -> known.add(one.url()));
        Stream<FailedRequest> others =
                missed.stream().filter(known::add).map(url -> new FailedRequest(url, "not what it should be"));
        return Stream.concat(failed.stream(), others).limit(Receipt.MOST).toList();
    }

    synchronized List<BlockedRequest> blockedRequests() {
        return List.copyOf(blocked);
    }

    synchronized Receipt receipt(String browser, String fonts) {
        end();
        return new Receipt(
                title, address, httpStatus, steps, consoleErrors(), failedRequests(), blocked, browser, fonts, flags);
    }
}
