package io.renderyard.egress;

/**
 * Why a target is refused, coarse on purpose: a caller must not learn from the answer whether a name points to a
 * private network, to loopback or to a metadata service. The exact finding is in {@link Verdict.Refused#detail()}.
 */
public enum Reason {
    MALFORMED("The URL is not a valid http or https address."),
    SCHEME("Only http and https URLs are accepted."),
    USERINFO("A URL must not carry a user name or password."),
    ADDRESS("The host is not on the public internet, so it may not be contacted.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** One English sentence that may be shown to whoever sent the URL. */
    public String sentence() {
        return sentence;
    }
}
