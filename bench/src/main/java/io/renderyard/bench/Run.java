package io.renderyard.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All rounds: each measures every tier, and each begins with another one. */
final class Run {
    /** A segment may take this many times what was planned for it before it is cut short. */
    private static final double PATIENCE = 1.5;

    private final Plan plan;
    private final Content content;
    private final List<Tier> tiers;
    private final RawLoop isolated;
    private final List<Rival> rivals;
    private final Farm farm;
    private final Throughput throughput;
    private final Latency latency;

    Run(Plan plan, Content content, RawLoop plain, RawLoop isolated, Farm farm, List<Rival> rivals) {
        this.plan = plan;
        this.content = content;
        this.tiers = List.of(plain, isolated, farm);
        this.isolated = isolated;
        this.rivals = rivals;
        this.farm = farm;
        this.throughput = new Throughput(content);
        this.latency = new Latency(content);
    }

    Result measure(String farmName, int cores) throws BenchException, InterruptedException {
        int identical = identical();
        int share = warmUp();
        Map<String, List<Double>> rates = new LinkedHashMap<>();
        Map<String, List<CpuTime>> cpu = new LinkedHashMap<>();
        Added idle = Added.called("one job at a time");
        Added half = Added.called("half load");
        List<Result.Timing> timings = List.of();
        for (int round = 0; round < plan.rounds(); round++) {
            say("round " + (round + 1) + " of " + plan.rounds());
            for (int i = 0; i < tiers.size(); i++) {
                measure(tiers.get((round + i) % tiers.size()), new Work(share, PATIENCE * plan.segment()), rates, cpu);
            }
            // For as long as the others, not for as many: they are so slow that whole cycles would take minutes.
            for (Rival rival : rivals) {
                measure(rival, Work.during(plan.segment()), rates, cpu);
            }
            double farmRate = rates.getOrDefault(farm.name(), List.of(0.0)).getLast();
            List<Latency.Sample> alone = latency.alone(isolated, plan.alone());
            List<Latency.Sample> single = latency.oneByOne(farm, plan.oneByOne());
            idle.add(single, alone);
            half.add(latency.paced(farm, farmRate / 2, plan.paced()), alone);
            timings = timings(alone, single);
        }
        return new Result(
                content.pages().origin(),
                farmName,
                cores,
                farm.lanes(),
                plan,
                rates,
                List.of(idle, half),
                timings,
                Cost.of(cpu),
                rivals.stream().map(Rival::kind).toList(),
                identical);
    }

    private void measure(Tier tier, Work work, Map<String, List<Double>> rates, Map<String, List<CpuTime>> cpu)
            throws BenchException, InterruptedException {
        Throughput.Segment segment = throughput.measure(tier, work);
        say("  %-28s %6.2f renders/s".formatted(tier.name(), segment.rate()));
        rates.computeIfAbsent(tier.name(), name -> new ArrayList<>()).add(segment.rate());
        cpu.computeIfAbsent(tier.name(), name -> new ArrayList<>()).add(segment.cpu());
    }

    /** A comparison of speeds means little if the pictures differ. */
    private int identical() throws BenchException, InterruptedException {
        int same = 0;
        for (Page page : content.pages().list()) {
            Set<String> digests = new HashSet<>();
            for (Tier tier : tiers) {
                digests.add(tier.digest(page, content.unique()));
            }
            if (digests.size() == 1) {
                same++;
            } else {
                say("the pictures of " + page.name() + " are not the same");
            }
        }
        return same;
    }

    /** @return how many renders each segment has: whole cycles of pages, as many as the slowest tier has time for */
    private int warmUp() throws BenchException, InterruptedException {
        double slowest = Double.MAX_VALUE;
        for (Tier tier : tiers) {
            say("warming up: " + tier.name());
            slowest = Math.min(
                    slowest,
                    throughput.measure(tier, Work.during(plan.warmUp())).rate());
        }
        for (Rival rival : rivals) {
            say("warming up: " + rival.name());
            throughput.measure(rival, Work.during(plan.warmUp()));
        }
        int pages = content.pages().count();
        return Math.max(1, (int) (slowest * plan.segment() / pages)) * pages;
    }

    private List<Result.Timing> timings(List<Latency.Sample> alone, List<Latency.Sample> single) {
        List<Result.Timing> timings = new ArrayList<>();
        for (int page = 0; page < content.pages().count(); page++) {
            timings.add(Result.Timing.of(content.pages().at(page), page, alone, single));
        }
        return timings;
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
