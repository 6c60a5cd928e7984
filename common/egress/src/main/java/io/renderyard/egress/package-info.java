/**
 * Decides by address which outside host may be contacted, and is the only code that contacts one.
 *
 * <p>{@link io.renderyard.egress.EgressPolicy} judges; {@link io.renderyard.egress.OutboundClient} posts webhooks, {@link
 * io.renderyard.egress.ServiceClient} asks services and {@link io.renderyard.egress.EgressProxy} carries a browser's
 * traffic, all only to the very address that was judged. A service that the operator named may be anywhere.
 * {@link io.renderyard.egress.Neighbour} talks to another process of our own farm.
 */
@NullMarked
package io.renderyard.egress;

import org.jspecify.annotations.NullMarked;
