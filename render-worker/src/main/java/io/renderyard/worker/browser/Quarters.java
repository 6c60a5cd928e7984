package io.renderyard.worker.browser;

import io.renderyard.worker.cell.Usage;
import java.util.List;

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

    /**
     * Processes that Chrome starts again when they die, without telling a page that waits for them. That page would
     * wait until its deadline.
     */
    List<ProcessHandle> vital() {
        return cell.processes(process).stream()
                .filter(Quarters::isVital)
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .toList();
    }

    private static boolean isVital(long pid) {
        String line = Usage.commandLine(pid);
        return line.contains("--type=gpu-process") || line.contains("network.mojom.NetworkService");
    }

    boolean stand() {
        return process.isAlive() && gate.isOpen();
    }
}
