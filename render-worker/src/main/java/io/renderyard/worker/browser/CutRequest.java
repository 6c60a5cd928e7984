package io.renderyard.worker.browser;

/**
 * A request that the gate refused or broke off because the render had had enough.
 *
 * @param target a URL without fragment, or {@code host:port} of a tunnel
 * @param sentence says which limit it was
 */
public record CutRequest(String target, String sentence) {
    /** Whether this is the very address; of a tunnel it is never known, since many addresses share one. */
    boolean isAt(String address) {
        return target.equals(address.replaceFirst("#.*", "").replaceFirst("^(http://)[^/?]*@", "$1"));
    }

    /** Whether the address may have been asked for with this. */
    boolean mayBe(String address) {
        return isAt(address) || address.startsWith("https://") && isTunnelTo(address);
    }

    private boolean isTunnelTo(String address) {
        return target.replaceAll("[\\[\\]]", "").equals(Landing.host(address) + ":" + Landing.port(address));
    }
}
