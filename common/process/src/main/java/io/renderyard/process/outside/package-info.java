/** The egress policy as settings. */
@NullMarked
package io.renderyard.process.outside;

import org.jspecify.annotations.NullMarked;
