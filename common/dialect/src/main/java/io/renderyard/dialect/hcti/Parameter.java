package io.renderyard.dialect.hcti;

import java.util.Set;

/**
 * One parameter of a picture; section 3.4.
 *
 * @param contexts where it means something; elsewhere it is passed over
 * @param signable whether a signed address may carry it
 */
record Parameter(String name, Set<Context> contexts, boolean signable, Check check) {
    boolean isFor(Context context, boolean signed) {
        return contexts.contains(context) && (signable || !signed);
    }
}
