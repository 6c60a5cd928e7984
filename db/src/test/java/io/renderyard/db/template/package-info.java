/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.db.template;

import org.jspecify.annotations.NullMarked;
