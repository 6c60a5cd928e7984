package io.renderyard.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * CPU milliseconds per render, by tier and by kind of process: what decides the throughput of a machine whose cores are
 * all busy, and what another load on the machine distorts least.
 *
 * @param tiers medians over all rounds
 */
record Cost(Map<String, CpuTime> tiers) {
    static Cost of(Map<String, List<CpuTime>> rounds) {
        Map<String, CpuTime> tiers = new LinkedHashMap<>();
        rounds.forEach((tier, all) -> tiers.put(tier, CpuTime.median(all)));
        return new Cost(tiers);
    }

    /** In the order of the alphabet, those that only one tier has too. */
    Set<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        tiers.values().forEach(time -> kinds.addAll(time.milliseconds().keySet()));
        return kinds;
    }
}
