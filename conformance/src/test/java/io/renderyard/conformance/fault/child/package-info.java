/** What runs in the processes that a test breaks: the real applications, with signals around their ports. */
@NullMarked
package io.renderyard.conformance.fault.child;

import org.jspecify.annotations.NullMarked;
