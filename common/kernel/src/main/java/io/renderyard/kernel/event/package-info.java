/** What happened to a job, once and for good. */
@NullMarked
package io.renderyard.kernel.event;

import org.jspecify.annotations.NullMarked;
