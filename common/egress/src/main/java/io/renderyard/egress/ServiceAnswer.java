package io.renderyard.egress;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one call of {@link ServiceClient}.
 *
 * @param <T> what the body was read as
 */
public sealed interface ServiceAnswer<T> {

    /**
     * The service answered, with whatever status.
     *
     * @param status 200 to 599
     * @param headers names in lower case
     * @param body all of it
     * @param retryAfter how long the service asks us to stay away, never negative; empty if it did not say or said
     *     nonsense
     */
    record Responded<T>(int status, Map<String, List<String>> headers, T body, Optional<Duration> retryAfter)
            implements ServiceAnswer<T> {

        /** The first value of a header, in any case; empty when there is none. */
        public Optional<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                    .findFirst();
        }
    }

    /** The policy forbids the target, or one that it led to; nothing was sent there. */
    record Refused<T>(Verdict.Refused verdict) implements ServiceAnswer<T> {}

    /**
     * No whole answer: name, connection, TLS, or it broke off. The service may or may not have read the request.
     *
     * @param why for people, such as {@code no address for api.example}
     */
    record Unreachable<T>(String why) implements ServiceAnswer<T> {}

    /** No whole answer within {@code atMost}. The service may still be at work. */
    record Late<T>(Duration atMost) implements ServiceAnswer<T> {}

    /** The answer has more bytes than {@code limit}, and was broken off. */
    record TooLarge<T>(long limit) implements ServiceAnswer<T> {}
}
