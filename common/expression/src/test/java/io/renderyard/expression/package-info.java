/** Tests of the language of templates. */
@NullMarked
package io.renderyard.expression;

import org.jspecify.annotations.NullMarked;
