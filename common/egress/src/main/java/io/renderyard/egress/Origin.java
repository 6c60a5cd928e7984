package io.renderyard.egress;

/** Scheme, host and port: what an operator names when he names a service. */
record Origin(String scheme, Host host, int port) {
    static Origin of(HttpTarget target) {
        return new Origin(target.scheme(), target.host(), target.port());
    }

    static Origin of(String url) {
        try {
            return of(HttpTarget.parse(url));
        } catch (RefusedTarget e) {
            throw new IllegalArgumentException("no http or https address of a service: " + e.getMessage(), e);
        }
    }
}
