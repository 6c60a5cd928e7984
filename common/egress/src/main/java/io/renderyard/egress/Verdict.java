package io.renderyard.egress;

import java.net.InetAddress;
import java.util.List;

/** What {@link EgressPolicy} thinks of a target at this moment. */
public sealed interface Verdict {

    /**
     * May be contacted, at these addresses and no others.
     *
     * @param addresses at least one, in the order the resolver preferred; whoever dials must dial one of these and
     *     must not resolve the name again
     * @param port 1 to 65535
     */
    record Allowed(List<InetAddress> addresses, int port) implements Verdict {
        public Allowed {
            addresses = List.copyOf(addresses);
        }
    }

    /**
     * Must not be contacted.
     *
     * @param detail the exact finding, for the log only; never shown outside
     */
    record Refused(Reason reason, String detail) implements Verdict {}

    /** The name has no address now. Not a refusal: it may have one later, and will be judged again then. */
    record Unresolvable(String host) implements Verdict {}
}
