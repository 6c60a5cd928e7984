/** Stored templates and their versions. */
@NullMarked
package io.renderyard.db.template;

import org.jspecify.annotations.NullMarked;
