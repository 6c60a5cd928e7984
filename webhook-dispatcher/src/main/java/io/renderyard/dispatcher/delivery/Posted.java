package io.renderyard.dispatcher.delivery;

import io.renderyard.egress.Answer;
import io.renderyard.kernel.event.DeliveryAnswer;
import java.time.Duration;
import java.util.OptionalInt;

/** What one POST came to. */
public record Posted(Answer answer, Duration took) {
    /** Whether the endpoint said yes. */
    public boolean taken() {
        return answer instanceof Answer.Responded responded && responded.status() >= 200 && responded.status() < 300;
    }

    /** Of HTTP; empty when there was no answer. */
    public OptionalInt status() {
        return answer instanceof Answer.Responded responded ? OptionalInt.of(responded.status()) : OptionalInt.empty();
    }

    /** For people outside: of an address that may not be contacted, it says no more than that. */
    public String note() {
        return switch (answer) {
            case Answer.Responded responded -> "HTTP " + responded.status();
            case Answer.Refused refused -> refused.verdict().reason().sentence();
            case Answer.Unreachable unreachable -> unreachable.why();
        };
    }

    DeliveryAnswer told(String because) {
        return new DeliveryAnswer(status(), because.isEmpty() ? note() : note() + ": " + because, took);
    }
}
