/** Emoji as pictures that look the same everywhere, instead of glyphs of this machine's font. */
@NullMarked
package io.renderyard.worker.emoji;

import org.jspecify.annotations.NullMarked;
