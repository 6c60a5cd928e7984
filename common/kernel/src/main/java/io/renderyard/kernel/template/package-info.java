/** Stored templates, of which every change is a version of its own. */
@NullMarked
package io.renderyard.kernel.template;

import org.jspecify.annotations.NullMarked;
