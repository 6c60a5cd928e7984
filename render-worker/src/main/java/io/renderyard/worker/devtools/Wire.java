package io.renderyard.worker.devtools;

import tools.jackson.databind.node.ObjectNode;

/** How commands get to one browser and its messages come back. Safe for several threads. */
public interface Wire {
    /** Opens the ear, once and before anything is sent. It hears one message after another, on one thread. */
    void listen(Ear ear);

    /**
     * Sends or queues, never waits for the browser.
     *
     * @throws DevToolsException when the command is too long for this wire, or the browser is gone
     */
    void send(ObjectNode command) throws DevToolsException;

    /** Ends it without waiting for anything. */
    void close();

    /** The other side of a wire. */
    interface Ear {
        /** Must not wait for anything; an exception ends the wire. */
        void hear(Message message);

        /** Nothing more will be heard. May be said more than once. */
        void end(String why);
    }
}
