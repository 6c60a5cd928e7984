package io.renderyard.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a name. A port, so that tests can play a hostile name server. */
@FunctionalInterface
public interface NameResolver {

    /**
     * All addresses of a name, most preferred first.
     *
     * @param host an ASCII name, lower case, perhaps with a trailing dot; never an address literal
     * @throws UnknownHostException when it has none, or none can be found in time
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
