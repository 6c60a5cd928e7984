/**
 * One example for every option, drawn by a running yard and judged by the decoded pixels: the source of both the page that
 * {@code ./yard gallery} writes and the tests.
 */
@NullMarked
package io.renderyard.bench.gallery;

import org.jspecify.annotations.NullMarked;
