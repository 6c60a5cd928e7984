package io.renderyard.dispatcher.face.yard;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.JobState;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Reads query parameters. Empty is unset: that is what a form sends for fields that nobody filled in. */
final class Parameters {
    private Parameters() {}

    static long number(String name, @Nullable String text, long otherwise, long least, long most) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with numbers out of range.
        }
        throw wrong(name, "must be a whole number between " + least + " and " + most);
    }

    /** Null for all states. */
    static @Nullable JobState state(@Nullable String label) {
        if (label == null || label.isEmpty()) {
            return null;
        }
        return Arrays.stream(JobState.values())
                .filter(state -> state.name().equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() -> wrong("state", "must be queued, running, succeeded, failed or cancelled"));
    }

    static ProblemException badCursor() {
        return wrong("cursor", "is not a cursor of this list; send nextCursor back as it came");
    }

    static ProblemException wrong(String parameter, String message) {
        return new ProblemException(Problem.of(
                HttpStatus.BAD_REQUEST,
                "invalid parameter",
                "A query parameter is wrong; 'errors' says which.",
                List.of(new FieldError(parameter, message))));
    }
}
