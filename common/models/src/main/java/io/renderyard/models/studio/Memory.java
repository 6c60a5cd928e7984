package io.renderyard.models.studio;

import io.renderyard.models.Handle;
import java.util.Optional;

/**
 * What outlives the process that asked a provider: which job it was given. A port, to be kept with our own job, so that
 * another worker goes on with it and nothing is paid twice.
 */
public interface Memory {

    /** The last handle that was remembered. */
    Optional<Handle> remembered();

    /** Called before the job is first asked for. It replaces what was remembered before. */
    void remember(Handle handle);

    /** Remembers nothing. */
    static Memory none() {
        return new Memory() {
            @Override
            public Optional<Handle> remembered() {
                return Optional.empty();
            }

            @Override
            public void remember(Handle handle) {}
        };
    }
}
