/** Keeps artifacts: on a file system. */
@NullMarked
package io.renderyard.storage;

import org.jspecify.annotations.NullMarked;
