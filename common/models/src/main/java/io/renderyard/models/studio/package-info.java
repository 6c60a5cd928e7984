/** Has pictures painted: chooses among providers, waits for them, and goes on where another process stopped. */
@NullMarked
package io.renderyard.models.studio;

import org.jspecify.annotations.NullMarked;
