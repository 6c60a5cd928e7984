package io.renderyard.dispatcher.polling;

import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.JobReader;
import io.renderyard.kernel.job.JobWaiter;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.WebSettings;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What every face's polling needs: a job by the text of its id. */
@Component
public class Jobs {
    private final JobReader reader;
    private final JobWaiter waiter;
    private final ApiLinks links;

    Jobs(JobReader reader, JobWaiter waiter, WebSettings web) {
        this.reader = reader;
        this.waiter = waiter;
        this.links = new ApiLinks(web.baseUrl());
    }

    /** Empty for an unknown job, another tenant's, and a text that is no id: from outside they are the same. */
    public Optional<Job> find(TenantId tenant, String id) {
        return JobId.parse(id).flatMap(job -> reader.find(tenant, job));
    }

    /** As {@link #find}, but held until the job has ended or the time is over. */
    public Optional<Job> awaitEnd(TenantId tenant, String id, Duration atMost) throws InterruptedException {
        Optional<JobId> job = JobId.parse(id);
        return job.isEmpty() ? Optional.empty() : waiter.awaitEnd(tenant, job.get(), atMost);
    }

    public ApiLinks links() {
        return links;
    }
}
