package io.renderyard.dispatcher.face.yard;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.JobState;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    /**
     * @param read empty for what is no cursor of this list
     * @return null for the first page
     */
    static <T> @Nullable T cursor(@Nullable String text, Function<String, Optional<T>> read) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return read.apply(text)
                .orElseThrow(() -> wrong("cursor", "is not a cursor of this list; send nextCursor back as it came"));
    }

    static ProblemException wrong(String parameter, String message) {
        return new ProblemException(Problem.of(
                HttpStatus.BAD_REQUEST,
                "invalid parameter",
                "A query parameter is wrong; 'errors' says which.",
                List.of(new FieldError(parameter, message))));
    }
}
