/** Requests and answers of the faces, byte by byte, against a running yard. Nothing here knows the code behind them. */
@NullMarked
package io.renderyard.conformance.wire;

import org.jspecify.annotations.NullMarked;
