package io.renderyard.egress;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides which outside host may be contacted: by its addresses, never by its name. Everything special-purpose is
 * refused ({@link SpecialPurpose}), IPv4 inside IPv6 too, and a name is refused when any of its addresses is.
 *
 * <p>A verdict holds for the addresses in it and for nothing else. Whoever dials must dial those: asking a name server
 * again would let it change its mind between the look and the leap.
 */
public final class EgressPolicy {
    private static final Logger log = LoggerFactory.getLogger(EgressPolicy.class);
    private static final List<InetAddress> THIS_MACHINE = List.of(
            Literals.of(new byte[] {127, 0, 0, 1}), AddressRange.parse("::1").base());

    private final List<AddressRange> allowed;
    private final NameResolver resolver;

    /**
     * A policy for the life of a process.
     *
     * @param allowed ranges the operator opens although they are special; an address inside one is never refused,
     *     whatever it embeds
     */
    public EgressPolicy(Collection<AddressRange> allowed, NameResolver resolver) {
        this.allowed = List.copyOf(allowed);
        this.resolver = resolver;
        if (!this.allowed.isEmpty()) {
            log.warn(
                    "Egress is open to {} by the setting renderyard.egress.allow: pages and webhooks can reach these"
                            + " addresses. Remove the setting where strangers submit work.",
                    this.allowed);
        }
    }

    /** Judges the URL's host, resolving it if it is a name. */
    public Verdict judge(URI uri) {
        return judge(uri.toString());
    }

    /**
     * Judges a URL as a browser would read it, which is more lenient than {@link URI}: white space, backslashes and
     * characters like <code>{|}</code> are fine.
     */
    public Verdict judge(String url) {
        try {
            HttpTarget target = HttpTarget.parse(url);
            return judge(target.host(), target.port());
        } catch (RefusedTarget e) {
            return e.verdict();
        }
    }

    /**
     * As {@link #judge(URI)}, but asks no name server: what has a name is not refused here, and is to be judged again by
     * whoever dials. For many addresses at once.
     */
    public Verdict judgeUnresolved(URI uri) {
        try {
            HttpTarget target = HttpTarget.parse(uri.toString());
            return target.host() instanceof Host.Name name && !name.isLocalhost()
                    ? new Verdict.Unresolvable(name.ascii())
                    : judge(target.host(), target.port());
        } catch (RefusedTarget e) {
            return e.verdict();
        }
    }

    /**
     * Judges a host that is already apart from its URL.
     *
     * @param host a name or a literal in any spelling, IPv6 with or without brackets
     */
    public Verdict judge(String host, int port) {
        if (port < 1 || port > 65_535) {
            return RefusedTarget.malformed("port " + port).verdict();
        }
        try {
            return judge(Host.parse(host), port);
        } catch (RefusedTarget e) {
            return e.verdict();
        }
    }

    Verdict judge(Host host, int port) {
        return switch (host) {
            case Host.Literal(InetAddress address) -> judgeAll(address.getHostAddress(), List.of(address), port);
            case Host.Name name when name.isLocalhost() -> judgeThisMachine(name, port);
            case Host.Name(String name) -> {
                try {
                    yield judgeAll(name, resolver.resolve(name), port);
                } catch (UnknownHostException e) {
                    log.debug("{} has no address: {}", name, e.getMessage());
                    yield new Verdict.Unresolvable(name);
                }
            }
        };
    }

    private Verdict judgeAll(String host, List<InetAddress> addresses, int port) {
        if (addresses.isEmpty()) {
            return new Verdict.Unresolvable(host);
        }
        for (InetAddress address : addresses) {
            Optional<String> objection = objectionTo(address);
            if (objection.isPresent()) {
                return refused(host + " is " + address.getHostAddress() + ", " + objection.get());
            }
        }
        return new Verdict.Allowed(addresses, port);
    }

    /** Without a judgement, for what the operator named himself. */
    List<InetAddress> addressesOf(String name) throws UnknownHostException {
        return new Host.Name(name).isLocalhost() ? THIS_MACHINE : resolver.resolve(name);
    }

    /** Both loopback addresses are the same machine, so an operator who opens one need not open the other. */
    private Verdict judgeThisMachine(Host.Name name, int port) {
        List<InetAddress> open = new ArrayList<>(THIS_MACHINE);
        open.removeIf(address -> objectionTo(address).isPresent());
        return open.isEmpty() ? refused(name.ascii() + " is this machine") : new Verdict.Allowed(open, port);
    }

    /** What speaks against dialling this very address; empty if nothing does. */
    Optional<String> objectionTo(InetAddress address) {
        if (isAllowedByOperator(address)) {
            return Optional.empty();
        }
        boolean endsAtAnAllowedAddress = false;
        for (EmbeddedIpv4 embedded : EmbeddedIpv4.in(address)) {
            if (embedded.translated() && isAllowedByOperator(embedded.address())) {
                endsAtAnAllowedAddress = true;
                continue;
            }
            Optional<String> objection = objectionTo(embedded.address());
            if (objection.isPresent()) {
                return objection.map(
                        inner -> embedded.form() + " of " + embedded.address().getHostAddress() + ", " + inner);
            }
        }
        return endsAtAnAllowedAddress ? Optional.empty() : SpecialPurpose.of(address);
    }

    private boolean isAllowedByOperator(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.contains(address));
    }

    private static Verdict.Refused refused(String detail) {
        return new Verdict.Refused(Reason.ADDRESS, detail);
    }
}
