package io.renderyard.worker;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code renderyard.worker}.
 *
 * @param name how the worker is called in the ledger and in logs; the process id when unset
 * @param slots pictures drawn at once; one per core when 0
 * @param prompts attempts in hand at once that wait for models; each holds a picture of some megabytes at its end
 * @param attemptTimeout time that one attempt may take
 * @param drain how long a planned stop waits for what is being drawn before it gives it back
 * @param nodePackages the {@code node_modules} with autoconsent and Twemoji; {@code node_modules} of the working folder
 *     when unset
 * @param filterLists the assets folder of uBlock Origin; where Debian puts it when unset
 */
@ConfigurationProperties(prefix = "renderyard.worker", ignoreUnknownFields = false)
public record WorkerSettings(
        @Nullable String name,
        @DefaultValue("0") int slots,
        @DefaultValue("512") int prompts,
        @DefaultValue("30s") Duration attemptTimeout,
        @DefaultValue("15s") Duration drain,
        @Nullable Path nodePackages,
        @Nullable Path filterLists,
        @DefaultValue Browser browser) {

    public WorkerSettings {
        if (slots < 0) {
            throw new IllegalArgumentException(
                    "renderyard.worker.slots must be 0 (one per core) or more; it is " + slots);
        }
        if (prompts < 1) {
            throw new IllegalArgumentException("renderyard.worker.prompts must be at least 1; it is " + prompts);
        }
        slots = slots == 0 ? Runtime.getRuntime().availableProcessors() : slots;
        name = name == null || name.isBlank()
                ? "worker-" + ProcessHandle.current().pid()
                : name;
    }

    /** One for each slot; beside a single one another, so that heavy work never holds up the rest. */
    public int browsers() {
        return Math.max(2, slots);
    }

    /** The name; never null, since an unset one is made up. */
    public String displayName() {
        return String.valueOf(name);
    }

    /**
     * Where the browser is.
     *
     * @param binary the headless shell; looked for in the usual places when unset
     * @param driver chromedriver of the same version; looked for in the usual places when unset
     * @param user whom the browser runs as when the worker is root
     * @param folder where browsers keep what they write; a temporary folder when unset
     * @param memory what one browser may take with all its processes; the attempt that goes beyond fails
     * @param tasks processes and threads that one browser may have
     * @param cpu processor time that one render may take, of all cores together
     * @param requests that one attempt may make, refused ones and hops of redirects too; a tunnel counts as one
     * @param traffic what one attempt may load and send
     * @param recycleMemory a browser that takes as much is replaced between two renders
     * @param recycleAge one as old is replaced
     * @param recycleRenders one that has drawn as many is replaced
     */
    public record Browser(
            @Nullable Path binary,
            @Nullable Path driver,
            @DefaultValue("renderyard-browser") String user,
            @Nullable Path folder,
            @DefaultValue("2GB") DataSize memory,
            @DefaultValue("1000") int tasks,
            @DefaultValue("2m") Duration cpu,
            @DefaultValue("2000") int requests,
            @DefaultValue("256MB") DataSize traffic,
            @DefaultValue("1GB") DataSize recycleMemory,
            @DefaultValue("2h") Duration recycleAge,
            @DefaultValue("10000") int recycleRenders) {
        public Browser {
            if (requests < 1) {
                throw new IllegalArgumentException(
                        "renderyard.worker.browser.requests must be at least 1; it is " + requests);
            }
            if (traffic.toBytes() < 1) {
                throw new IllegalArgumentException(
                        "renderyard.worker.browser.traffic must be at least 1B; it is " + traffic);
            }
        }
    }
}
