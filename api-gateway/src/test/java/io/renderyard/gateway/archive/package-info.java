@NullMarked
package io.renderyard.gateway.archive;

import org.jspecify.annotations.NullMarked;
