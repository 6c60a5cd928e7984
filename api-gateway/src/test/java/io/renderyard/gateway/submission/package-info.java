@NullMarked
package io.renderyard.gateway.submission;

import org.jspecify.annotations.NullMarked;
