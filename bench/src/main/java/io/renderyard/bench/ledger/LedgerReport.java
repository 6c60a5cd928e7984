package io.renderyard.bench.ledger;

import io.renderyard.bench.CpuTime;
import io.renderyard.bench.Statistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The result for people. */
record LedgerReport(List<Level> levels, WarmHits.Measured hits, List<BatchRun.Measured> batches) {
    String markdown() {
        Set<String> kinds = new TreeSet<>();
        levels.forEach(level -> kinds.addAll(level.cpu().milliseconds().keySet()));
        List<String> lines = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of("Finished jobs in the ledger", "Jobs/s", "Accepted/s"));
        names.addAll(kinds);
        names.addAll(List.of("All but the bench", "Against the emptiest"));
        lines.add("Medians; the processes' columns are milliseconds of CPU for each job.");
        lines.add("");
        lines.add(row(names));
        lines.add(row(names.stream().map(ignored -> "---").toList()));
        levels.forEach(level -> lines.add(row(cells(level, kinds))));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "A picture that is drawn already, at 300 requests/s: p50 %.1f ms, p99 %.1f ms.",
                hits.p50(),
                hits.p99()));
        lines.add(String.format(
                Locale.ROOT,
                "A batch of 10,000: accepted in %.2f s; an item takes %.3f of its render's time.",
                median(BatchRun.Measured::accepted),
                median(BatchRun.Measured::perItem)));
        return String.join("\n", lines) + "\n";
    }

    private double median(ToDoubleFunction<BatchRun.Measured> figure) {
        return Statistics.median(batches.stream().map(figure::applyAsDouble).toList());
    }

    private List<String> cells(Level level, Set<String> kinds) {
        List<String> cells = new ArrayList<>(List.of(
                String.format(Locale.ROOT, "%,d", level.finished()),
                number("%.0f", level.jobsPerSecond()),
                number("%.0f", level.acceptedPerSecond())));
        CpuTime cpu = level.cpu();
        kinds.forEach(kind -> cells.add(number("%.2f", cpu.milliseconds().getOrDefault(kind, 0.0))));
        cells.add(number("%.2f", level.cost()));
        cells.add(number("%.2f", level.cost() / levels.getFirst().cost()));
        return cells;
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }
}
