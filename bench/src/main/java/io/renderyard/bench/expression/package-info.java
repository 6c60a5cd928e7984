/** What filling in a template costs. */
@NullMarked
package io.renderyard.bench.expression;

import org.jspecify.annotations.NullMarked;
