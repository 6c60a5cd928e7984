/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.process.web;

import org.jspecify.annotations.NullMarked;
