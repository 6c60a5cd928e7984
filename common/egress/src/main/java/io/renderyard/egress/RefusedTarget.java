package io.renderyard.egress;

/** Thrown while a target is read, when its text alone is enough to refuse it. */
final class RefusedTarget extends Exception {
    private static final long serialVersionUID = 1;

    private static final int LONGEST = 300;

    private final Reason reason;
    private final String detail;

    RefusedTarget(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
        this.detail = forOneLogLine(detail);
    }

    static RefusedTarget malformed(String detail) {
        return new RefusedTarget(Reason.MALFORMED, detail);
    }

    /** The detail quotes what a stranger sent: no line breaks of his, and no pages of it. */
    private static String forOneLogLine(String detail) {
        String shown = detail.length() <= LONGEST ? detail : detail.substring(0, LONGEST) + "…";
        return shown.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", "?");
    }

    Verdict.Refused verdict() {
        return new Verdict.Refused(reason, detail);
    }
}
