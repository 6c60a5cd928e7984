/** From prompts to pictures: by the providers' models, or by the built-in painter that makes previews. */
@NullMarked
package io.renderyard.worker.painting;

import org.jspecify.annotations.NullMarked;
