package io.renderyard.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/** Finds the addresses of services that the operator named himself, wherever they are. */
final class UnjudgedDns implements Dns {
    private final EgressPolicy policy;

    UnjudgedDns(EgressPolicy policy) {
        this.policy = policy;
    }

    @Override
    public List<InetAddress> lookup(String hostname) throws UnknownHostException {
        return policy.addressesOf(hostname);
    }
}
