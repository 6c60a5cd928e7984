package io.renderyard.dialect.hcti;

import io.renderyard.kernel.job.FieldError;
import java.util.List;

/** What came of reading a request. */
public sealed interface Understanding<T> {
    record Understood<T>(T value) implements Understanding<T> {}

    /**
     * @param message a sentence for people
     * @param errors the parameters that are wrong; empty where the message says it all
     */
    record Refused<T>(String message, List<FieldError> errors) implements Understanding<T> {
        static <T> Refused<T> of(String message) {
            return new Refused<>(message, List.of());
        }

        /** Many clients show the message alone, so it says what the first error is. */
        public static <T> Refused<T> of(List<FieldError> errors) {
            String more = errors.size() == 1 ? "" : " validation_errors lists what else is wrong.";
            return new Refused<>(sentence(errors.getFirst()) + more, errors);
        }

        /** What is wrong may be a sentence already. */
        private static String sentence(FieldError error) {
            String message = error.message();
            String subject = error.field().isEmpty() ? "The body" : error.field();
            return subject
                    + (Character.isUpperCase(message.charAt(0)) ? ": " : " ")
                    + message
                    + (message.endsWith(".") ? "" : ".");
        }
    }
}
