/**
 * Measures the farm against the browser's own limit, in one run and on the same pages. {@code ./yard bench} runs it;
 * docs/performance.md says what the numbers mean.
 */
@NullMarked
package io.renderyard.bench;

import org.jspecify.annotations.NullMarked;
