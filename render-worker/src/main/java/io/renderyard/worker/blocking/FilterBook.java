package io.renderyard.worker.blocking;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All lists together, while they are read and after. */
final class FilterBook {
    private final PublicSuffixes suffixes;
    private final FilterIndex important = new FilterIndex();
    private final FilterIndex blocked = new FilterIndex();
    private final FilterIndex allowed = new FilterIndex();
    private final Map<PageException, FilterIndex> pages = new EnumMap<>(PageException.class);
    private final HidingIndex hiding = new HidingIndex();
    private final Map<FilterOptions, FilterOptions> shared = new HashMap<>();
    private int skipped;

    private FilterBook(PublicSuffixes suffixes) {
        this.suffixes = suffixes;
    }

    /**
     * @param lists the lines of each list
     * @param suffixes the lines of the public suffix list
     */
    static FilterBook of(List<List<String>> lists, List<String> suffixes) {
        FilterBook book = new FilterBook(new PublicSuffixes(suffixes));
        Set<String> bad = lists.stream()
                .flatMap(List::stream)
                .flatMap(line -> LineReader.takenBack(line).stream())
                .collect(Collectors.toSet());
        LineReader reader = new LineReader(bad);
        for (List<String> list : lists) {
            list.forEach(new Directives(line -> book.add(reader.read(line)))::line);
        }
        book.shared.clear();
        return book;
    }

    private void add(FilterLine line) {
        switch (line) {
            case FilterLine.Comment() -> {}
            case FilterLine.Unsupported() -> skipped++;
            case FilterLine.Network filter -> add(filter);
            case FilterLine.Hiding rule -> hiding.add(rule);
        }
    }

    private void add(FilterLine.Network filter) {
        FilterOptions options = shared.computeIfAbsent(filter.options(), same -> same);
        FilterIndex index = filter.exception() ? allowed : options.important() ? important : blocked;
        boolean used = options.kinds() == 0 || index.add(filter.pattern(), options);
        for (PageException page : options.pages()) {
            used &= pages.computeIfAbsent(page, one -> new FilterIndex()).add(filter.pattern(), onPages(options));
        }
        skipped += used ? 0 : 1;
    }

    private static FilterOptions onPages(FilterOptions options) {
        return new FilterOptions(
                RequestKind.DOCUMENT.bit(),
                FilterOptions.Party.ANY,
                options.from(),
                options.to(),
                false,
                options.matchCase(),
                Set.of());
    }

    HostNames names(String host) {
        return HostNames.of(host, suffixes);
    }

    boolean excepted(HostNames page, PageException what) {
        FilterIndex index = pages.get(what);
        Request itself = Request.of("https://" + page.host() + "/", page, RequestKind.DOCUMENT, suffixes);
        return index != null && index.matches(itself);
    }

    boolean blocks(String url, HostNames page, RequestKind kind) {
        Request request = Request.of(url, page, kind, suffixes);
        return important.matches(request) || (blocked.matches(request) && !allowed.matches(request));
    }

    HidingIndex hiding() {
        return hiding;
    }

    int filters() {
        return important.size() + blocked.size() + allowed.size();
    }

    /** Lines that asked for what we cannot do. */
    int skipped() {
        return skipped;
    }
}
