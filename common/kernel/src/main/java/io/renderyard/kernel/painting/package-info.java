/** What the ledger keeps of pictures that models paint: credits, what providers were asked, and the pictures. */
@NullMarked
package io.renderyard.kernel.painting;

import org.jspecify.annotations.NullMarked;
