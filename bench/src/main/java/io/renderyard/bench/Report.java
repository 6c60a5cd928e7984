package io.renderyard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The result as a person reads it, and as a program does. */
record Report(Result result) {
    String markdown() {
        StringBuilder text = new StringBuilder();
        line(text, "Pages: %s, %dx%d PNG. Farm: %s.", result.pages(), Tab.WIDTH, Tab.HEIGHT, result.farm());
        line(
                text,
                "%d cores, %d jobs in flight, %d rounds, medians (min to max); same pictures from all: %d of %d pages.",
                result.cores(),
                result.inFlight(),
                result.plan().rounds(),
                result.identical(),
                result.timings().size());
        line(text, "");
        line(
                text,
                "| %-22s | %-22s | %-20s | %-20s |",
                "Tier",
                "Renders/s",
                "Of the raw floor",
                "Of the frames' floor");
        line(text, "| --- | --- | --- | --- |");
        for (String tier : result.rates().keySet()) {
            line(
                    text,
                    "| %-22s | %-22s | %-20s | %-20s |",
                    tier,
                    spread("%.1f", result.rate(tier)),
                    spread("%.2f", result.ratio(tier, Bench.PLAIN)),
                    spread("%.2f", result.ratio(tier, Bench.ISOLATED)));
        }
        line(text, "");
        line(text, "| %-22s | %7s | %7s | %7s |", "Added to one render", "p50 ms", "p99 ms", "samples");
        line(text, "| --- | ---: | ---: | ---: |");
        for (Added added : result.added()) {
            line(
                    text,
                    "| %-22s | %7.1f | %7.1f | %7d |",
                    added.name(),
                    added.percentile(50),
                    added.percentile(99),
                    added.milliseconds().size());
        }
        line(text, "");
        line(
                text,
                "| %-22s | %12s | %8s | %9s | %10s | %9s |",
                "Page, one at a time",
                "raw alone ms",
                "farm ms",
                "queued ms",
                "running ms",
                "around ms");
        line(text, "| --- | ---: | ---: | ---: | ---: | ---: |");
        for (Result.Timing timing : result.timings()) {
            line(
                    text,
                    "| %-22s | %12.1f | %8.1f | %9.1f | %10.1f | %9.1f |",
                    timing.page(),
                    timing.alone(),
                    timing.farm(),
                    timing.queued(),
                    timing.running(),
                    timing.around());
        }
        cost(text);
        rivals(text);
        return text.toString();
    }

    private void rivals(StringBuilder text) {
        if (result.rivals().isEmpty()) {
            return;
        }
        line(text, "");
        line(text, "| The farm against | times as fast | goal |");
        line(text, "| --- | ---: | ---: |");
        for (Rival.Kind rival : result.rivals()) {
            Spread times = result.ratio(Farm.NAME, rival.name());
            line(text, "| %s | %s | %.1f |", rival.name(), spread("%.2f", times), rival.goal());
        }
    }

    /** A hyphen where a tier has no such process. */
    private void cost(StringBuilder text) {
        Map<String, CpuTime> tiers = result.cost().tiers();
        line(text, "");
        line(text, "| CPU ms per render | %s |", String.join(" | ", tiers.keySet()));
        line(text, "| --- |%s", " ---: |".repeat(tiers.size()));
        for (String kind : result.cost().kinds()) {
            line(
                    text,
                    "| %s | %s |",
                    kind,
                    cells(tiers, time -> time.milliseconds().get(kind)));
        }
        line(text, "| all | %s |", cells(tiers, CpuTime::total));
    }

    private static String cells(Map<String, CpuTime> tiers, Function<CpuTime, @Nullable Double> value) {
        return tiers.values().stream()
                .map(value)
                .map(cell -> cell == null ? "-" : String.format(Locale.ROOT, "%.1f", cell))
                .collect(Collectors.joining(" | "));
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String spread(String format, Spread spread) {
        String all = format + " (" + format + " to " + format + ")";
        return String.format(Locale.ROOT, all, spread.median(), spread.min(), spread.max());
    }

    String json() {
        JsonMapper json =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
        ObjectNode root = json.createObjectNode()
                .put("pages", result.pages())
                .put("farm", result.farm())
                .put("cores", result.cores())
                .put("inFlight", result.inFlight())
                .put("rounds", result.plan().rounds())
                .put("identicalPictures", result.identical());
        ArrayNode tiers = root.putArray("tiers");
        result.rates().forEach((tier, rounds) -> {
            ObjectNode one = tiers.addObject().put("name", tier);
            rounds.forEach(one.putArray("rendersPerSecond")::add);
            put(one.putObject("ofRawFloor"), result.ratio(tier, Bench.PLAIN));
            put(one.putObject("ofIsolatedLoop"), result.ratio(tier, Bench.ISOLATED));
            ObjectNode cpu = one.putObject("cpuMillisecondsPerRender");
            CpuTime cost = result.cost().tiers().getOrDefault(tier, CpuTime.unknown());
            cost.milliseconds().forEach(cpu::put);
        });
        ArrayNode rivals = root.putArray("farmAgainst");
        for (Rival.Kind rival : result.rivals()) {
            ObjectNode one = rivals.addObject().put("name", rival.name()).put("goal", rival.goal());
            put(one.putObject("timesAsFast"), result.ratio(Farm.NAME, rival.name()));
        }
        ArrayNode added = root.putArray("addedMilliseconds");
        for (Added one : result.added()) {
            added.addObject()
                    .put("load", one.name())
                    .put("p50", one.percentile(50))
                    .put("p99", one.percentile(99))
                    .put("samples", one.milliseconds().size());
        }
        ArrayNode timings = root.putArray("pageMilliseconds");
        for (Result.Timing timing : result.timings()) {
            timings.addObject()
                    .put("page", timing.page())
                    .put("rawAlone", timing.alone())
                    .put("farm", timing.farm())
                    .put("queued", timing.queued())
                    .put("running", timing.running())
                    .put("around", timing.around());
        }
        return json.writeValueAsString(root) + "\n";
    }

    private static void put(ObjectNode into, Spread spread) {
        into.put("median", spread.median()).put("min", spread.min()).put("max", spread.max());
    }

    /** @param file JSON when its name ends so, else Markdown; overwritten */
    void write(Path file) throws BenchException {
        try {
            Files.writeString(file, file.toString().endsWith(".json") ? json() : markdown());
        } catch (IOException e) {
            throw new BenchException("The result cannot be written to " + file + ": " + e.getMessage(), e);
        }
    }
}
