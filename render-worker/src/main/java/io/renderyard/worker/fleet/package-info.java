/** Chrome put behind the port: settings, the way out, health and counts. */
@NullMarked
package io.renderyard.worker.fleet;

import org.jspecify.annotations.NullMarked;
