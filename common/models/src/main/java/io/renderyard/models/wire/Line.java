package io.renderyard.models.wire;

import io.renderyard.egress.ServiceAnswer;
import io.renderyard.egress.ServiceClient;
import io.renderyard.egress.ServiceRequest;
import io.renderyard.egress.Verdict;
import io.renderyard.models.Answer;
import io.renderyard.models.Handle;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Provider;
import io.renderyard.models.Trouble;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The way to one provider: sends its key there and nowhere else, and turns whatever is no answer into a failure. */
final class Line {
    private static final String JSON = "application/json";
    private static final int FETCHES = 3;

    private final Provider provider;
    private final Home home;
    private final Map<String, String> credentials;
    private final ServiceClient services;

    /** @param credentials headers with the key; empty for a provider without one */
    Line(Provider provider, Map<String, String> credentials, ServiceClient services) {
        this.provider = provider;
        this.home = Home.of(provider);
        this.credentials = Map.copyOf(credentials);
        this.services = services.trusting(List.of(provider.base()));
    }

    /** The usual form: {@code Authorization}, the word, the key. */
    static Line authorized(Provider provider, String word, ServiceClient services) {
        return keyed(provider, "Authorization", word + " ", services);
    }

    /** The key in a header, after {@code prefix}. */
    static Line keyed(Provider provider, String header, String prefix, ServiceClient services) {
        return new Line(
                provider,
                provider.key() == null
                        ? Map.of()
                        : Map.of(header, prefix + provider.key().reveal()),
                services);
    }

    Provider provider() {
        return provider;
    }

    /** As {@link Home#at}. */
    URI at(String version, String rest) {
        return home.at(version, rest);
    }

    Told post(URI address, Fields body, Deadline deadline) throws ModelFailure, InterruptedException {
        return post(address, body, Map.of(), deadline);
    }

    Told post(URI address, Fields body, Map<String, String> headers, Deadline deadline)
            throws ModelFailure, InterruptedException {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", JSON);
        return ask("POST", address, all, body.json(), deadline);
    }

    Told post(URI address, Multipart form, Deadline deadline) throws ModelFailure, InterruptedException {
        return ask("POST", address, Map.of("Content-Type", form.contentType()), form.bytes(), deadline);
    }

    /**
     * Asks for what became of a job: who does not find it has forgotten it.
     *
     * @param address as the provider gave it
     */
    Told poll(String address, Deadline deadline) throws ModelFailure, InterruptedException {
        if (address.isBlank()) {
            throw failure(Trouble.FORGOTTEN, "a job without an address to ask at");
        }
        try {
            return ask("GET", resolved(address), Map.of(), null, deadline);
        } catch (ModelFailure e) {
            if (e.trouble() == Trouble.GONE_MODEL) {
                throw new ModelFailure(Trouble.FORGOTTEN, e.words());
            }
            throw e;
        }
    }

    /**
     * Sends a verb without a body.
     *
     * @param address as the provider gave it; nothing is sent to an empty one
     */
    void tell(String method, String address, Duration atMost) throws ModelFailure, InterruptedException {
        if (!address.isBlank()) {
            Told _ = ask(method, resolved(address), Map.of(), null, Deadline.in(atMost));
        }
    }

    private Told ask(
            String method, URI address, Map<String, String> headers, byte @Nullable [] bodyOrNull, Deadline deadline)
            throws ModelFailure, InterruptedException {
        if (!home.owns(address)) {
            throw failure(Trouble.USELESS, "an address that is not the provider's own: " + address.getHost());
        }
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Accept", JSON);
        all.putAll(credentials);
        ServiceAnswer.Responded<Content> answer = responded(services.call(
                new ServiceRequest(method, address, all, bodyOrNull), deadline.left(), Json.LONGEST, Content::of));
        if (answer.status() >= 300) {
            var complaint = new Complaint(answer);
            throw new ModelFailure(
                    complaint.trouble(), Words.clean(complaint.words(), provider.key()), complaint.retryAfter());
        }
        return new Told(answer);
    }

    private <T> ServiceAnswer.Responded<T> responded(ServiceAnswer<T> answer) throws ModelFailure {
        return switch (answer) {
            case ServiceAnswer.Responded<T> responded -> responded;
            case ServiceAnswer.Refused<T>(Verdict.Refused verdict) ->
                throw failure(
                        Trouble.USELESS,
                        "an address that may not be contacted. "
                                + verdict.reason().sentence());
            case ServiceAnswer.Unreachable<T>(String why) -> throw failure(Trouble.TRANSIENT, why);
            case ServiceAnswer.Late<T>(Duration atMost) ->
                throw failure(Trouble.TRANSIENT, "no answer within " + atMost.toMillis() + " ms");
            case ServiceAnswer.TooLarge<T>(long limit) ->
                throw failure(Trouble.USELESS, "an answer of more than " + limit + " bytes");
        };
    }

    /** The picture behind an address that the provider named, or in it if it is a data URL. Sent no key. */
    Answer.Done fetch(String address, @Nullable String requestId, Deadline deadline)
            throws ModelFailure, InterruptedException {
        if (address.startsWith("data:")) {
            return Pictures.ofBase64(address, requestId);
        }
        URI uri = resolved(address);
        // It is painted and paid for: a link that fails once must not have it painted again.
        for (int fetches = 1; true; fetches++) {
            try {
                return Pictures.of(fetched(uri, deadline), requestId);
            } catch (ModelFailure e) {
                if (e.trouble() != Trouble.TRANSIENT || fetches == FETCHES) {
                    throw e;
                }
            }
        }
    }

    private byte[] fetched(URI uri, Deadline deadline) throws ModelFailure, InterruptedException {
        ServiceAnswer.Responded<byte[]> answer =
                responded(services.download(uri, deadline.left(), Pictures.MOST_BYTES));
        if (answer.status() >= 500 || answer.status() == 429) {
            throw failure(Trouble.TRANSIENT, "the link to its picture answers HTTP " + answer.status());
        }
        if (answer.status() != 200) {
            throw failure(Trouble.USELESS, "the link to its picture answers HTTP " + answer.status());
        }
        return answer.body();
    }

    private URI resolved(String address) throws ModelFailure {
        try {
            return home.base().resolve(address.strip());
        } catch (IllegalArgumentException e) {
            throw failure(Trouble.USELESS, "an address that is none: " + address);
        }
    }

    Answer.Pending pending(String model, Fields names, Duration pollAfter) {
        return new Answer.Pending(
                new Handle(provider.name(), model, Json.MAPPER.writeValueAsString(names.asMap())), pollAfter);
    }

    /** A failure with words that may be the provider's. */
    ModelFailure failure(Trouble trouble, String words) {
        return new ModelFailure(trouble, Words.clean(words, provider.key()), Optional.empty());
    }
}
