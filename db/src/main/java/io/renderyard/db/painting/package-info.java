/** Pictures that models paint: their credits, what providers were asked, and an owner's view of them. */
@NullMarked
package io.renderyard.db.painting;

import org.jspecify.annotations.NullMarked;
