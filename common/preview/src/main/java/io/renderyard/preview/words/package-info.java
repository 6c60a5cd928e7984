/** What a prompt says: scene, hour, weather, and things with their colours and counts. */
@NullMarked
package io.renderyard.preview.words;

import org.jspecify.annotations.NullMarked;
