package io.renderyard.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/** Lets OkHttp dial judged addresses and nothing else. Address literals never come here, OkHttp takes them as they are. */
final class JudgedDns implements Dns {
    private final EgressPolicy policy;

    JudgedDns(EgressPolicy policy) {
        this.policy = policy;
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        return switch (policy.judge(hostname, 443)) {
            case Verdict.Allowed(List<InetAddress> addresses, int _) -> addresses;
            case Verdict.Unresolvable(String host) -> throw new UnknownHostException(host);
            case Verdict.Refused refused -> throw new RefusedName(refused);
        };
    }

    /** The only kind of failure {@link Dns} may report, with our verdict inside. */
    static final class RefusedName extends UnknownHostException {
        private static final long serialVersionUID = 1;

        private final transient Verdict.Refused verdict;

        RefusedName(Verdict.Refused verdict) {
            super(verdict.detail());
            this.verdict = verdict;
        }

        Verdict.Refused verdict() {
            return verdict;
        }
    }
}
