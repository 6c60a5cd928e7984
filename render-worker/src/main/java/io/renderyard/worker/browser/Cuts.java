package io.renderyard.worker.browser;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.worker.rendering.RenderException;
import java.util.List;
import java.util.Optional;

/** What it means for a render that its gate did not give it everything. */
final class Cuts {
    private static final String LIMIT = "limit";

    private Cuts() {}

    /** @param address of a document that could not be loaded */
    static Optional<RenderException> failed(EgressGate gate, String address) {
        return gate.cuts().stream()
                .filter(cut -> cut.mayBe(address))
                .findFirst()
                .map(Cuts::failure);
    }

    /**
     * Half a document is not what was asked for, and neither is what the gate says instead of it.
     *
     * @param address of the document that is drawn
     */
    static void checkDrawn(EgressGate gate, String address) throws RenderException {
        Optional<RenderException> failure = drawn(gate, address);
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** As {@link #checkDrawn}. */
    static Optional<RenderException> drawn(EgressGate gate, String address) {
        return gate.cuts().stream().filter(cut -> cut.isAt(address)).findFirst().map(Cuts::failure);
    }

    /** For a picture that was drawn without what is missing. */
    static void report(EgressGate gate, Notes notes) {
        List<CutRequest> cuts = gate.cuts();
        cuts.forEach(cut -> notes.blocked(cut.target(), LIMIT));
        if (!cuts.isEmpty()) {
            notes.flag(Receipt.Flag.LIMIT_REACHED);
        }
    }

    private static RenderException failure(CutRequest cut) {
        return new RenderException(
                FailureCode.RESOURCE_LIMIT,
                "The page itself was cut: " + cut.sentence()
                        + " Make the page smaller, or have the farm's operator raise the limit.");
    }
}
