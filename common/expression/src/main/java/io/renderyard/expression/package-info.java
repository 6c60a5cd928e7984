/** The language of templates: text with places that are filled in. */
@NullMarked
package io.renderyard.expression;

import org.jspecify.annotations.NullMarked;
