package io.renderyard.worker.painting;

import io.renderyard.models.Handle;
import io.renderyard.models.studio.Memory;
import java.util.Optional;

/** Writes handles as text: provider and model, which have no line breaks, each on a line of its own before the rest. */
record HandleMemory(Models.Memory memory) implements Memory {
    private static final int PARTS = 3;

    @Override
    public Optional<Handle> remembered() {
        return memory.remembered()
                .map(text -> text.split("\n", PARTS))
                .filter(parts -> parts.length == PARTS)
                .map(parts -> new Handle(parts[0], parts[1], parts[2]));
    }

    @Override
    public void remember(Handle handle) {
        memory.remember(handle.provider() + "\n" + handle.model() + "\n" + handle.text());
    }
}
