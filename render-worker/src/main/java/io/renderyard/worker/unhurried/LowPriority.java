package io.renderyard.worker.unhurried;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operating system's priority of a thread, which Java's own is not on Linux. */
final class LowPriority {
    private static final Logger log = LoggerFactory.getLogger(LowPriority.class);
    private static final int THIS_THREAD = 0;
    /** Beneath the browsers' own. */
    private static final int NICE = 10;

    private LowPriority() {}

    /** The calling thread gets what others leave. Where that cannot be had it goes on as it is. */
    static void take() {
        try {
            Linker linker = Linker.nativeLinker();
            MethodHandle setPriority = linker.downcallHandle(
                    linker.defaultLookup().find("setpriority").orElseThrow(),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            int unused = (int) setPriority.invokeExact(0, THIS_THREAD, NICE);
        } catch (Throwable e) {
            log.debug("A thread keeps its priority", e);
        }
    }
}
