/** Readers of single fields, for every face that has such a field: what is wrong is noted by the field's name. */
@NullMarked
package io.renderyard.dialect.field;

import org.jspecify.annotations.NullMarked;
