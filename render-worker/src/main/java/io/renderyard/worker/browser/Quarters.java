package io.renderyard.worker.browser;

/**
 * What stands around one running browser.
 *
 * @param process the outermost process; everything of this browser descends from it
 */
record Quarters(Cell cell, ProcessHandle process, Loopback loopback, EgressGate gate) {
    /** Ends every process first, so that nobody is inside when the rest is taken away. */
    boolean end() {
        boolean nothingLeft = cell.end(process);
        gate.close();
        loopback.close();
        return nothingLeft;
    }

    boolean stand() {
        return process.isAlive() && gate.isOpen();
    }
}
