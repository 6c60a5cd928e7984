package io.renderyard.worker.blocking;

import io.renderyard.worker.blocking.FilterOptions.Party;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what stands behind a filter's {@code $}. One option that we cannot honour makes the whole filter unusable. */
final class OptionReader {
    private static final int UNSET = -1;

    private final boolean exception;
    private final EnumSet<PageException> pages = EnumSet.noneOf(PageException.class);
    private int named;
    private int removed;
    private boolean onlyOthers;
    private Party party = Party.ANY;
    private DomainSet from = DomainSet.EVERYWHERE;
    private DomainSet to = DomainSet.EVERYWHERE;
    private boolean important;
    private boolean matchCase;

    private OptionReader(boolean exception) {
        this.exception = exception;
    }

    /** Empty when the filter is not for us. */
    static Optional<FilterOptions> read(List<String> options, boolean exception) {
        OptionReader reader = new OptionReader(exception);
        if (!options.stream().allMatch(reader::take)) {
            return Optional.empty();
        }
        int kinds = reader.kinds();
        if (kinds == 0 && reader.pages.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new FilterOptions(
                kinds,
                reader.party,
                reader.from,
                reader.to,
                reader.important,
                reader.matchCase,
                Set.copyOf(reader.pages)));
    }

    private int kinds() {
        int base = named != 0 ? named : onlyOthers || !pages.isEmpty() ? 0 : FilterOptions.USUAL_KINDS;
        return base & ~removed;
    }

    private boolean take(String option) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        return equals < 0 ? flag(name) : value(name, option.substring(equals + 1));
    }

    private boolean flag(String name) {
        return switch (name) {
            case "third-party", "3p", "~first-party", "~1p" -> party(Party.THIRD);
            case "~third-party", "~3p", "first-party", "1p" -> party(Party.FIRST);
            case "important" -> {
                important = true;
                yield true;
            }
            case "match-case" -> {
                matchCase = true;
                yield true;
            }
            case "elemhide", "ehide" -> page(PageException.HIDING);
            case "generichide", "ghide" -> page(PageException.GENERIC_HIDING);
            case "popup", "popunder", "object" -> {
                onlyOthers = true;
                yield true;
            }
            case "~object", "~popup" -> true;
            default -> name.matches("_+") || kind(name);
        };
    }

    private boolean party(Party wanted) {
        party = wanted;
        return true;
    }

    private boolean page(PageException what) {
        pages.add(what);
        return exception;
    }

    private boolean kind(String name) {
        boolean negated = name.startsWith("~");
        int bits = RequestKind.bits(RequestKind.ofFilterOption(negated ? name.substring(1) : name));
        if (exception && !negated && (bits & RequestKind.DOCUMENT.bit()) != 0) {
            pages.add(PageException.DOCUMENT);
        }
        if (negated) {
            removed |= bits;
        } else {
            named |= bits;
        }
        return bits != 0;
    }

    private boolean value(String name, String value) {
        return switch (name) {
            case "domain", "from" ->
                domains(value).map(read -> (from = read) != null).orElse(false);
            case "to" ->
                domains(value)
                        .map(read -> (to = read.without(to.excluded())) != null)
                        .orElse(false);
            case "denyallow" ->
                domains(value)
                        .map(read -> (to = to.without(read.included())) != null)
                        .orElse(false);
            case "redirect", "rewrite", "reason" -> true;
            default -> false;
        };
    }

    private static Optional<DomainSet> domains(String value) {
        return DomainSet.parse(Arrays.asList(value.split("\\|", UNSET)));
    }
}
