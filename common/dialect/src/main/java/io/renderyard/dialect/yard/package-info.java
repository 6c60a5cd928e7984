/** Our own wire language, under /api/v1. */
@NullMarked
package io.renderyard.dialect.yard;

import org.jspecify.annotations.NullMarked;
