/** What every process of the farm shares on its Spring side. */
@NullMarked
package io.renderyard.process;

import org.jspecify.annotations.NullMarked;
