package io.renderyard.dialect.yard;

import io.renderyard.kernel.job.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An upload that is refused whole, on its way out of the reading of it. */
final class RefusedUpload extends RuntimeException {
    private final transient List<FieldError> errors;

    /** It cannot be read at all. */
    RefusedUpload(String why) {
        super(why, null, false, false);
        this.errors = List.of();
    }

    /** It can be read, and these fields are wrong. */
    RefusedUpload(List<FieldError> errors) {
        super("wrong fields", null, false, false);
        this.errors = List.copyOf(errors);
    }

    RefusedUpload(String field, String message) {
        this(List.of(new FieldError(field, message)));
    }

    BatchReading reading() {
        @Nullable String why = getMessage();
        return errors.isEmpty() ? new BatchReading.Unreadable(String.valueOf(why)) : new BatchReading.Wrong(errors);
    }
}
