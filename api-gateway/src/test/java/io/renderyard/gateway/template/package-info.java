@NullMarked
package io.renderyard.gateway.template;

import org.jspecify.annotations.NullMarked;
