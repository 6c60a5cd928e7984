/** Which part of a picture is kept: exact arithmetic, without a picture. */
@NullMarked
package io.renderyard.imaging.crop;

import org.jspecify.annotations.NullMarked;
