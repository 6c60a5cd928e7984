package io.renderyard.kernel.batch;

import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.RenderSpec;
import java.util.Map;

/** One row of an upload. */
public sealed interface Row {
    /** The client's own words for this item, handed back unchanged. */
    Map<String, String> metadata();

    /**
     * Fills the places of one of the batch's bases.
     *
     * @param base its place among them, from 0
     */
    record Filled(int base, Variables variables, Map<String, String> metadata) implements Row {
        /** Of the first base. */
        public Filled(Variables variables, Map<String, String> metadata) {
            this(0, variables, metadata);
        }
    }

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
    record Wrong(String why, Map<String, String> metadata) implements Row {
        /** Without words of the client's: they could not be read. */
        public Wrong(String why) {
            this(why, Map.of());
        }
    }
}
