/** The wire language of Pictory AI Studio. */
@NullMarked
package io.renderyard.dialect.pictory;

import org.jspecify.annotations.NullMarked;
