package io.renderyard.bench;

import java.util.List;
import java.util.Map;

/**
 * What one run measured.
 *
 * @param pages where they come from
 * @param farm which yard was measured
 * @param rates renders per second, one per round, by tier
 * @param added in the order of the report
 * @param timings by page
 * @param cost CPU per render
 * @param rivals that were measured too; their rates are among the others
 * @param identical pages whose pictures were the same, byte for byte, from every tier
 */
record Result(
        String pages,
        String farm,
        int cores,
        int inFlight,
        Plan plan,
        Map<String, List<Double>> rates,
        List<Added> added,
        List<Timing> timings,
        Cost cost,
        List<Rival.Kind> rivals,
        int identical) {

    /**
     * Median milliseconds of a page in the last round.
     *
     * @param alone in the raw loop
     * @param farm one at a time in the farm; the next three are its parts
     * @param queued accepted and not claimed yet
     * @param running claimed, drawn, stored, completed
     * @param around everything before and after: upload, acceptance, waking the waiter, the answer
     */
    record Timing(String page, double alone, double farm, double queued, double running, double around) {
        static Timing of(Page page, int number, List<Latency.Sample> alone, List<Latency.Sample> farm) {
            return new Timing(
                    page.name(),
                    Added.median(alone, number),
                    Added.median(farm, number),
                    Added.median(farm, number, sample -> sample.stages().queued()),
                    Added.median(farm, number, sample -> sample.stages().running()),
                    Added.median(farm, number, Latency.Sample::around));
        }
    }

    Spread rate(String tier) {
        return Spread.of(rounds(tier));
    }

    Spread ratio(String tier, String of) {
        return Spread.ofRatios(rounds(tier), rounds(of));
    }

    private List<Double> rounds(String tier) {
        List<Double> rounds = rates.get(tier);
        if (rounds == null) {
            throw new IllegalArgumentException("There is no tier " + tier + ".");
        }
        return rounds;
    }
}
