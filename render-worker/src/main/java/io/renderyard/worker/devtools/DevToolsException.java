package io.renderyard.worker.devtools;

/** A DevTools command without an answer that can be used. */
public abstract sealed class DevToolsException extends Exception {
    private static final long serialVersionUID = 1L;

    private DevToolsException(String message) {
        super(message);
    }

    /** The browser, or the page that the command was for, is gone. */
    public static final class Gone extends DevToolsException {
        private static final long serialVersionUID = 1L;

        public Gone(String what) {
            super(what);
        }
    }

    /** No answer before the deadline; the command may still be running. */
    public static final class Late extends DevToolsException {
        private static final long serialVersionUID = 1L;

        public Late(String method) {
            super(method + " was not answered in time");
        }
    }

    /** The browser answered with an error. */
    public static final class Refused extends DevToolsException {
        private static final long serialVersionUID = 1L;

        public Refused(String method, String message) {
            super(method + ": " + message);
        }

        /** True when the document went away while the command ran, as it does when the page navigates. */
        public boolean isForAnotherDocument() {
            String message = String.valueOf(getMessage());
            return message.contains("context was destroyed")
                    || message.contains("navigated or closed")
                    || message.contains("Cannot find default execution context")
                    || message.contains("Cannot find context")
                    || message.contains("Not attached to an active page");
        }
    }
}
