package io.renderyard.models.studio;

import io.renderyard.egress.ServiceClient;
import io.renderyard.models.Backend;
import io.renderyard.models.Handle;
import io.renderyard.models.ImageModel;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Provider;
import io.renderyard.models.Wish;
import io.renderyard.models.wire.ImageModels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Has pictures painted by the providers that the operator set up. For each model there is a list of backends; the next
 * one is asked when one cannot be used or has failed, but not when it refused the words. Thread-safe, and meant for as
 * many threads as there are jobs: all of them share each provider's places, and learn from each other when it asks for
 * less or its account is closed.
 */
public final class Studio {
    private final Map<String, Desk> desks = new HashMap<>();
    private final Map<String, List<Backend>> models;
    private final Duration patience;
    private final Timekeeper time;
    private final Alarms alarms;

    /**
     * A studio for the life of a process.
     *
     * @param models by public name, the backends in the order they are to be asked
     * @param patience how long a job may stand in line for a place at providers
     * @param services for all calls; must outlive the studio
     * @throws IllegalArgumentException when a backend names a provider that is not there, or two have one name
     */
    public Studio(
            Collection<Provider> providers,
            Map<String, List<Backend>> models,
            Duration patience,
            ServiceClient services) {
        this(providers, models, patience, provider -> ImageModels.of(provider, services), Timekeeper.ofTheSystem());
    }

    Studio(
            Collection<Provider> providers,
            Map<String, List<Backend>> models,
            Duration patience,
            Function<Provider, ImageModel> adapters,
            Timekeeper time) {
        this.time = time;
        this.patience = patience;
        alarms = new Alarms(time);
        this.models = Map.copyOf(models);
        for (Provider provider : providers) {
            Desk before = desks.put(provider.name(), new Desk(provider, adapters.apply(provider), time));
            if (before != null) {
                throw new IllegalArgumentException("Two providers are called " + provider.name());
            }
        }
        models.forEach((name, backends) -> backends.forEach(backend -> {
            if (!desks.containsKey(backend.provider())) {
                throw new IllegalArgumentException("The model " + name + " has a backend at the provider '"
                        + backend.provider() + "', which is not set up");
            }
        }));
    }

    /** Whether any model can be painted at all, as far as the settings say. */
    public boolean isConfigured() {
        return models.keySet().stream().anyMatch(this::serves);
    }

    /** Whether this model can be painted, as far as the settings say. */
    public boolean serves(String model) {
        return backends(model).stream()
                .anyMatch(backend -> desk(backend).provider().isUsable());
    }

    /**
     * Blocks until there is a picture. Nothing is cancelled when the thread is interrupted: whoever is given the same
     * memory goes on.
     *
     * @param model its public name
     * @param memory of the job the picture is for
     * @param atMost for everything together but standing in line; what is still at work then is cancelled
     */
    public Painted paint(String model, Wish wish, Memory memory, Duration atMost)
            throws NotPainted, InterruptedException {
        OwnTime own = new OwnTime(time, patience);
        long end = own.nanos() + atMost.toNanos();
        Handle known = memory.remembered().orElse(null);
        String whyNot = "no provider is set up for it";
        ModelFailure last = null;
        for (Backend backend : inOrder(model, known)) {
            Desk desk = desk(backend);
            Optional<String> closed = desk.closed();
            if (closed.isPresent()) {
                whyNot = closed.get();
                continue;
            }
            long deadline = own.nanos() + backend.atMost().toNanos();
            try {
                return new Attempt(desk, backend, wish, memory, own, deadline - end < 0 ? deadline : end)
                        .paint(belongs(known, backend) ? known : null);
            } catch (ModelFailure e) {
                if (hasFailed(model, backend, e)) {
                    last = e;
                } else {
                    whyNot = e.words();
                }
            }
            known = null;
            if (own.isOutOfPatience()) {
                throw NotPainted.crowded(model, patience.toSeconds());
            }
            if (own.nanos() - end >= 0) {
                throw NotPainted.late(model, atMost.toSeconds(), last == null ? whyNot : last.words());
            }
        }
        throw last == null
                ? NotPainted.unavailable(model, whyNot)
                : NotPainted.failed(model, last.trouble(), last.words());
    }

    /** True when a backend was at work and failed, false when it cannot be used; throws what no other can mend. */
    private boolean hasFailed(String model, Backend backend, ModelFailure failure) throws NotPainted {
        String words = failure.words();
        return switch (failure.trouble()) {
            case POLICY -> throw NotPainted.refused(model, words);
            case REFERENCE -> throw NotPainted.reference(model, words);
            case BAD_REQUEST -> {
                alarms.raise(
                        "The provider " + backend.provider() + " does not understand what it is asked of "
                                + backend.model() + ": look at the options of that backend.",
                        words);
                throw NotPainted.misunderstood(model, words);
            }
            case ACCOUNT -> {
                desk(backend).shut(words);
                alarms.raise(
                        "The provider " + backend.provider() + " does not serve this account: look at its key and its"
                                + " credit. It is left alone for a minute.",
                        words);
                yield false;
            }
            case GONE_MODEL -> {
                alarms.raise(
                        "The provider " + backend.provider() + " has no model " + backend.model() + ": name another.",
                        words);
                yield false;
            }
            case THROTTLED, TRANSIENT, ABANDONED, FORGOTTEN, USELESS -> true;
        };
    }

    /** The one that has been asked before goes first. */
    private List<Backend> inOrder(String model, @Nullable Handle known) {
        List<Backend> backends = new ArrayList<>(backends(model));
        backends.sort((one, other) -> Boolean.compare(belongs(known, other), belongs(known, one)));
        return backends;
    }

    private static boolean belongs(@Nullable Handle known, Backend backend) {
        return known != null && known.provider().equals(backend.provider()) && backend.submits(known.model());
    }

    private List<Backend> backends(String model) {
        return models.getOrDefault(model, List.of());
    }

    private Desk desk(Backend backend) {
        Desk desk = desks.get(backend.provider());
        if (desk == null) {
            throw new IllegalStateException("no provider " + backend.provider());
        }
        return desk;
    }
}
