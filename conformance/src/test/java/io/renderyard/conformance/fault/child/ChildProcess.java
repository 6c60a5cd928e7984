package io.renderyard.conformance.fault.child;

import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Random;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;

/** Starts one application of a farm: {@code ChildProcess KIND}. */
public final class ChildProcess {
    /** Environment variable: the seed of a {@link JumpingClock}; none when it is not set. */
    public static final String CLOCK_SEED = "FAULT_CLOCK_SEED";

    private ChildProcess() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        TestSignals signals = new TestSignals(out);
        signals.obey(System.in);
        Kind.valueOf(arguments[0])
                .application()
                .initializers((GenericApplicationContext context) -> {
                    context.registerBean(SignalledPorts.class, () -> new SignalledPorts(signals));
                    String seed = System.getenv(CLOCK_SEED);
                    if (seed != null) {
                        context.registerBean(
                                InstantSource.class, () -> new JumpingClock(new Random(Long.parseLong(seed))));
                    }
                })
                .listeners((ApplicationListener<ApplicationReadyEvent>) ready -> signals.say(
                        Protocol.News.READY,
                        ready.getApplicationContext().getEnvironment().getRequiredProperty("local.server.port")))
                .run();
    }
}
