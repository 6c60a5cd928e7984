/** Results of many jobs in one piece. */
@NullMarked
package io.renderyard.gateway.archive;

import org.jspecify.annotations.NullMarked;
