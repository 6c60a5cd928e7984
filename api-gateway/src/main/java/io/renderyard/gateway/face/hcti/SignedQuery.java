package io.renderyard.gateway.face.hcti;

import io.renderyard.gateway.artifact.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A signed query, taken apart: what makes the picture, and what is done with it on reading; sections 6.3 and 6.4.
 *
 * @param content what the picture is made with
 * @param options as they stood in the address, without their mark
 */
record SignedQuery(Query content, Query options) {
    /** Marks an option whose name is also that of a template's value. */
    private static final String MARK = "__ro_";

    /** @param isContent tells which of the names that an option may have mean content here */
    static SignedQuery of(Query query, Predicate<String> isContent) {
        List<Query.Pair> content = new ArrayList<>();
        List<Query.Pair> options = new ArrayList<>();
        for (Query.Pair pair : query.pairs()) {
            if (pair.name().startsWith(MARK) && isOption(pair.name().substring(MARK.length()))) {
                options.addAll(Query.parse(pair.raw().substring(MARK.length())).pairs());
            } else if (isOption(pair.name()) && !isContent.test(pair.name())) {
                options.add(pair);
            } else if (!pair.name().isEmpty()) {
                content.add(pair);
            }
        }
        return new SignedQuery(new Query(content), new Query(options));
    }

    static boolean isOption(String name) {
        return ImageParameters.known(name) || name.equals("dl");
    }

    /** Whether any name could mean either. */
    static boolean isAmbiguous(Query query) {
        return query.names().stream().anyMatch(SignedQuery::isOption);
    }
}
