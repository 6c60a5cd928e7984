package io.renderyard.worker.devtools;

/** One message from the browser, of which only the beginning was looked at. */
public interface Message {
    /** Of the command it answers; 0 for an event. */
    int id();

    /** Of an event, such as {@code Page.frameNavigated}; empty for an answer. */
    String method();

    /** The whole of it. Throws an unchecked exception when it makes no sense. */
    Answer read();
}
