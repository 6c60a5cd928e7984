/** A TCP line between two processes that a test can cut, slow down or make deaf. */
@NullMarked
package io.renderyard.conformance.fault.proxy;

import org.jspecify.annotations.NullMarked;
