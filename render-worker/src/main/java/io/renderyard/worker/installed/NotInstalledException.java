package io.renderyard.worker.installed;

/**
 * A render asked for something that this machine does not have. The message says what it is for, what is missing and how
 * to get it; everything that does not need it goes on.
 */
public final class NotInstalledException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param purpose what the render wanted, as the start of a sentence: "Ad blocking"
     * @param missing what is not there: "the filter lists of the Debian package …"
     * @param remedy what to do, as a sentence
     */
    public NotInstalledException(String purpose, String missing, String remedy) {
        super(purpose + " needs " + missing + ", which this machine does not have. " + remedy);
    }
}
