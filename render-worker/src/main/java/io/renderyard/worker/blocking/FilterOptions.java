package io.renderyard.worker.blocking;

import java.util.Set;

/**
 * When a filter's pattern counts.
 *
 * @param kinds {@link RequestKind#bit()} of each that it is for
 * @param from hosts of the pages
 * @param to hosts of what they load
 * @param important whether no exception helps against it
 * @param pages what it switches off on whole pages, when it is an exception
 */
record FilterOptions(
        int kinds,
        Party party,
        DomainSet from,
        DomainSet to,
        boolean important,
        boolean matchCase,
        Set<PageException> pages) {
    /** Without an option, everything but the page itself. */
    static final int USUAL_KINDS = RequestKind.bits(Set.of(RequestKind.values())) & ~RequestKind.DOCUMENT.bit();

    static final FilterOptions NONE = new FilterOptions(
            USUAL_KINDS, Party.ANY, DomainSet.EVERYWHERE, DomainSet.EVERYWHERE, false, false, Set.of());

    enum Party {
        ANY,
        FIRST,
        THIRD;

        boolean admits(boolean thirdParty) {
            return switch (this) {
                case ANY -> true;
                case FIRST -> !thirdParty;
                case THIRD -> thirdParty;
            };
        }
    }

    boolean admit(Request request) {
        return (kinds & request.kind().bit()) != 0
                && party.admits(request.thirdParty())
                && from.admits(request.page())
                && to.admits(request.target());
    }
}
