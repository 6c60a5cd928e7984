/** Claims jobs, draws them, stores the pictures. */
@NullMarked
package io.renderyard.worker;

import org.jspecify.annotations.NullMarked;
