@NullMarked
package io.renderyard.db.artifact;

import org.jspecify.annotations.NullMarked;
