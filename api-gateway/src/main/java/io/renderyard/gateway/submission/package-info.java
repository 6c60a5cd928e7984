/** Gate and acceptance: from a checked submission to a job on disk. */
@NullMarked
package io.renderyard.gateway.submission;

import org.jspecify.annotations.NullMarked;
