package io.renderyard.dispatcher.face.yard;

import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.dialect.yard.ReceiptView;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.job.ReceiptReader;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.renderyard.process.web.WebSettings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Answers how a job's result came about. */
@Component
class JobReceipts {
    private final ReceiptReader receipts;
    private final ApiLinks links;

    JobReceipts(ReceiptReader receipts, WebSettings web) {
        this.receipts = receipts;
        this.links = new ApiLinks(web.baseUrl());
    }

    /** @throws ProblemException 404 or 410 that says why there is none */
    ReceiptView of(Job job) {
        return switch (job.outcome()) {
            case Job.Succeeded succeeded -> receipt(job, succeeded.artifact());
            case Job.Queued ignored -> throw none("The job is queued; its receipt is there when it has succeeded.");
            case Job.Running ignored -> throw none("The job is running; its receipt is there when it has succeeded.");
            case Job.Failed ignored -> throw none("The job has failed, so there is no result; the job says why.");
            case Job.Cleaned ignored -> throw gone();
            case Job.Cancelled ignored -> throw none("The job was cancelled, so there is no result.");
        };
    }

    private ReceiptView receipt(Job job, Artifact artifact) {
        if (artifact.isExpired()) {
            throw gone();
        }
        return receipts.find(job.tenant(), job.id())
                .map(receipt -> ReceiptView.of(job.id(), artifact, receipt, links))
                .orElseThrow(JobReceipts::gone);
    }

    private static ProblemException gone() {
        return new ProblemException(Problem.of(
                HttpStatus.GONE, "no longer kept", "The job's result is no longer kept, and its receipt neither."));
    }

    private static ProblemException none(String why) {
        return new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "no receipt", why));
    }
}
