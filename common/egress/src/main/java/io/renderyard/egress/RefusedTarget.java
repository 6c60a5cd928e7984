package io.renderyard.egress;

/** Thrown while a target is read, when its text alone is enough to refuse it. */
final class RefusedTarget extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String detail;

    RefusedTarget(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
        this.detail = detail;
    }

    static RefusedTarget malformed(String detail) {
        return new RefusedTarget(Reason.MALFORMED, detail);
    }

    Verdict.Refused verdict() {
        return new Verdict.Refused(reason, detail);
    }
}
