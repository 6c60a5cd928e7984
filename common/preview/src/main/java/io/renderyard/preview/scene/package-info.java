/** Where things stand, and the land, water, light and air around them. */
@NullMarked
package io.renderyard.preview.scene;

import org.jspecify.annotations.NullMarked;
