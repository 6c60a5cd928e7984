package io.renderyard.worker.blocking;

import java.util.Locale;

/**
 * Something that a page wants to load, taken apart once for all filters.
 *
 * @param url as the browser wrote it
 * @param lower the same in lower case
 * @param hostStart where the host begins in it
 * @param hostEnd where it ends, before a port
 */
record Request(
        String url,
        String lower,
        int hostStart,
        int hostEnd,
        HostNames target,
        HostNames page,
        RequestKind kind,
        boolean thirdParty,
        int[] tokens) {
    /** Longer addresses are cut: no filter looks that far, and a page must not make us search megabytes. */
    private static final int LONGEST = 4096;

    static Request of(String address, HostNames page, RequestKind kind, PublicSuffixes suffixes) {
        String url = address.length() > LONGEST ? address.substring(0, LONGEST) : address;
        String lower = url.toLowerCase(Locale.ROOT);
        int start = Math.max(0, lower.indexOf("://") + 3);
        int end = start;
        while (end < lower.length() && "/?#".indexOf(lower.charAt(end)) < 0) {
            end++;
        }
        int host = lower.lastIndexOf('@', end) < start ? start : lower.lastIndexOf('@', end) + 1;
        int colon = lower.indexOf(':', lower.startsWith("[", host) ? lower.indexOf(']', host) : host);
        int hostEnd = colon > host && colon < end ? colon : end;
        HostNames target = HostNames.of(lower.substring(host, hostEnd), suffixes);
        boolean third = !target.site().equals(page.site());
        return new Request(url, lower, host, hostEnd, target, page, kind, third, Tokens.of(lower));
    }
}
