/**
 * The language of templates: text with places for expressions, and with blocks. Values are JSON's and behave as in
 * JavaScript; what a filling may cost is counted.
 */
@NullMarked
package io.renderyard.expression;

import org.jspecify.annotations.NullMarked;
