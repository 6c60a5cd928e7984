/** Many jobs that were sent together: what a client sends, how far they are, and the ports of their ledger. */
@NullMarked
package io.renderyard.kernel.batch;

import org.jspecify.annotations.NullMarked;
