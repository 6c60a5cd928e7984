/**
 * What a picture is wished of an image model with, and the port that every provider's API is spoken through. {@link
 * io.renderyard.models.studio.Studio} is the way in for others.
 */
@NullMarked
package io.renderyard.models;

import org.jspecify.annotations.NullMarked;
