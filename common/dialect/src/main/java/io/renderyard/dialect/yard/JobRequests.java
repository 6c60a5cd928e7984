package io.renderyard.dialect.yard;

import java.util.List;

/** Reads bodies of {@code POST /api/v1/jobs}. */
public final class JobRequests {
    private JobRequests() {}

    public static Reading read(byte[] body, SubmissionContext context) {
        return switch (StrictJson.read(() -> StrictJson.JSON.readValue(body, JobRequest.class))) {
            case StrictJson.Read.Value<JobRequest>(JobRequest request) -> new JobRequestCheck(request, context).check();
            case StrictJson.Read.NotJson<JobRequest>(String why) -> new Reading.NotJson(why);
            case StrictJson.Read.Wrong<JobRequest> wrong -> new Reading.Wrong(List.of(wrong.error()));
        };
    }
}
