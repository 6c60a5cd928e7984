package io.renderyard.bench;

/**
 * How long everything takes, in seconds.
 *
 * @param warmUp of each tier, not counted
 * @param segment of each tier's throughput, per round
 * @param alone of single renders in the raw loop, per round
 * @param oneByOne of single jobs in an idle farm, per round
 * @param paced of jobs at half the farm's throughput, per round
 */
record Plan(int rounds, double warmUp, double segment, double alone, double oneByOne, double paced) {
    static final Plan WHOLE = new Plan(5, 7, 6, 2, 3, 4);
    static final Plan QUICK = new Plan(3, 2.2, 2.2, 0.7, 0.8, 1.5);

    /** As many seconds in all, shared among more or fewer rounds. */
    Plan withRounds(int wanted) {
        double share = (double) rounds / wanted;
        return new Plan(wanted, warmUp, segment * share, alone * share, oneByOne * share, paced * share);
    }

    double seconds(int tiers) {
        return tiers * warmUp + rounds * (tiers * segment + alone + oneByOne + paced);
    }
}
