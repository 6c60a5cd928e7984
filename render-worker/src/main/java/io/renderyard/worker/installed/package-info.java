/** What this machine must have besides the farm itself, and what is said when it is not there. */
@NullMarked
package io.renderyard.worker.installed;

import org.jspecify.annotations.NullMarked;
