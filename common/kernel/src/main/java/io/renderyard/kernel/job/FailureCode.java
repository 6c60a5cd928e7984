package io.renderyard.kernel.job;

import static io.renderyard.kernel.job.FailureClass.CALLER;
import static io.renderyard.kernel.job.FailureClass.FARM;
import static io.renderyard.kernel.job.FailureClass.RESOURCE;
import static io.renderyard.kernel.job.FailureClass.TARGET;

import java.util.Locale;

/** Every way in which a job can fail, with whom it concerns and whether another attempt may help. */
public enum FailureCode {
    /** {@code capture.selector} matched nothing, or is not a selector. */
    SELECTOR_NOT_FOUND(CALLER, false),
    /** The page, or a redirect of it, pointed at an address that may not be contacted. */
    EGRESS_REFUSED(CALLER, false),
    /** The page could not be loaded: name, connection, TLS or protocol. */
    NAVIGATION_FAILED(TARGET, true),
    /** The page was not ready within the attempt's time. */
    TIMEOUT(TARGET, true),
    /** The page's own answer had an HTTP status of 400 or more, and the submission refuses that. */
    HTTP_ERROR(TARGET, false),
    /** The console showed an error, and the submission refuses that. */
    CONSOLE_ERROR(TARGET, false),
    /** Something that the page wanted could not be loaded, and the submission refuses that. */
    RESOURCE_FAILED(TARGET, true),
    /** The browser does not take one of the options: a time zone, a locale, a cookie. */
    OPTION_REFUSED(CALLER, false),
    /** The submission's own script or expression threw. */
    SCRIPT_FAILED(CALLER, false),
    /** A moving picture was asked for of a page on which nothing moves. */
    NOTHING_MOVES(CALLER, false),
    /** The picture would be larger than the farm draws. */
    PICTURE_TOO_LARGE(RESOURCE, false),
    /** This worker lacks a tool or list that the submission needs. */
    TOOL_MISSING(FARM, false),
    /** The page took more memory, processes or processor time than a browser may, or its own document more traffic than a render may. */
    RESOURCE_LIMIT(RESOURCE, false),
    /** The browser died or stopped answering. */
    BROWSER_CRASHED(FARM, true),
    /** The worker vanished and its lease ran out. */
    WORKER_LOST(FARM, true),
    /** The picture could not be stored. */
    STORAGE(FARM, true),
    /** With its variables filled in, the source is too long, or no address any more. */
    VARIABLES_REFUSED(CALLER, false),
    /** The model's provider will not paint this: its words, the picture to go by, or what came of them. */
    PROMPT_REFUSED(CALLER, false),
    /** The picture to go by cannot be fetched, is too large, or is no picture. */
    REFERENCE_UNAVAILABLE(CALLER, false),
    /** The tenant has too few credits left for this model. */
    CREDITS_EXHAUSTED(CALLER, false),
    /** Nobody who is configured serves the model. */
    MODEL_UNAVAILABLE(FARM, false),
    /** The model's provider failed, each time it was asked. An attempt asks often enough, so that another would not help. */
    MODEL_FAILED(TARGET, false),
    /** No picture came from the model's provider within the job's time. */
    MODEL_TIMEOUT(TARGET, false),
    /** A row of a batch that is no submission; its message says what is wrong with it. */
    INVALID_ITEM(CALLER, false),
    /** A defect of ours. */
    INTERNAL(FARM, true);

    private final FailureClass failureClass;
    private final boolean retryable;

    FailureCode(FailureClass failureClass, boolean retryable) {
        this.failureClass = failureClass;
        this.retryable = retryable;
    }

    public FailureClass failureClass() {
        return failureClass;
    }

    /** True when the same submission may succeed on another attempt. */
    public boolean isRetryable() {
        return retryable;
    }

    /** The code as clients see it, such as {@code selector_not_found}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
