package io.renderyard.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A name server that says what it was told; given several answers for one name, it says them in turn. */
final class PlayedResolver implements NameResolver {
    private final Map<String, Deque<List<InetAddress>>> answers = new HashMap<>();

    synchronized PlayedResolver with(String name, String... addresses) {
        answers.computeIfAbsent(name, any -> new ArrayDeque<>())
                .add(Stream.of(addresses).map(PlayedResolver::address).toList());
        return this;
    }

    /** The last answer stays for ever. */
    @Override
    public synchronized List<InetAddress> resolve(String host) throws UnknownHostException {
        Deque<List<InetAddress>> known = answers.get(host);
        if (known == null) {
            throw new UnknownHostException(host);
        }
        return known.size() > 1 ? known.removeFirst() : known.getFirst();
    }

    static InetAddress address(String text) {
        return AddressRange.parse(text).base();
    }
}
