/** What is said with one browser over its wire: commands and their answers, events, deadlines. Knows nothing of pages. */
@NullMarked
package io.renderyard.worker.devtools;

import org.jspecify.annotations.NullMarked;
