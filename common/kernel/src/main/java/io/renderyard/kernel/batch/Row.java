package io.renderyard.kernel.batch;

import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.RenderSpec;
import java.util.Map;

/** One row of an upload. */
public sealed interface Row {
    /** The client's own words for this item, handed back unchanged. */
    Map<String, String> metadata();

    /** Fills the places of the batch's base. */
    record Filled(Variables variables, Map<String, String> metadata) implements Row {}

    /**
     * Brings what is drawn itself.
     *
     * @param shares false when its picture is not to be shared, whatever the batch says: it is of an address, or of a
     *     prompt that comes out differently each time
     */
    record Whole(RenderSpec spec, Variables variables, Map<String, String> metadata, boolean shares) implements Row {}

    /**
     * Is no item: it fails at once, and the batch goes on without it.
     *
     * @param why what is wrong and what would be right
     */
    record Wrong(String why) implements Row {
        @Override
        public Map<String, String> metadata() {
            return Map.of();
        }
    }
}
