package io.renderyard.dispatcher.polling;

import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.JobWaiter;
import io.renderyard.process.web.WebSettings;
import java.net.URI;

/** Jobs of a ledger that a test plays. Nothing ever changes while it is waited for. */
public final class PlayedJobs {
    private PlayedJobs() {}

    public static Jobs over(JobReader reader) {
        return new Jobs(
                reader, new JobWaiter(reader, _ -> () -> {}), new WebSettings(URI.create("https://render.example")));
    }
}
