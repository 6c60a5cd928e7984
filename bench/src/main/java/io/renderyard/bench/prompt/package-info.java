/** What pictures that models paint cost those who wait for pages: hundreds wait for a provider, beside people's renders. */
@NullMarked
package io.renderyard.bench.prompt;

import org.jspecify.annotations.NullMarked;
