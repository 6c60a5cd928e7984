@NullMarked
package io.renderyard.worker.installed;

import org.jspecify.annotations.NullMarked;
