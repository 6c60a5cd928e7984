/** What happened to a job or a batch, once and for good. */
@NullMarked
package io.renderyard.kernel.event;

import org.jspecify.annotations.NullMarked;
