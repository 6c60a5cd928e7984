/** Work that can wait while somebody else waits. */
@NullMarked
package io.renderyard.worker.unhurried;

import org.jspecify.annotations.NullMarked;
