package io.renderyard.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Times single renders. */
record Latency(Content content) {
    /** More than an even pace at half load ever needs; one that comes later still counts from when it was due. */
    private static final int CLIENTS = 32;

    /**
     * @param milliseconds from the request to the picture
     * @param stages what the ledger says about it; zeroes for a render outside the farm
     */
    record Sample(int page, double milliseconds, Farm.Stages stages) {
        /** What neither queue nor attempt took: upload, acceptance, waking the waiter, the answer. */
        double around() {
            return milliseconds - stages.queued() - stages.running();
        }
    }

    private static final Farm.Stages OUTSIDE = new Farm.Stages(0, 0);

    /** Each page alone in the first shell of a raw loop; going to the empty page afterwards is not part of it. */
    List<Sample> alone(RawLoop loop, double seconds) throws BenchException, InterruptedException {
        List<Sample> samples = new ArrayList<>();
        Work work = Work.during(seconds);
        for (OptionalInt next = work.take(); next.isPresent() || isShort(samples); next = work.take()) {
            int page = samples.size() % content.pages().count();
            long start = System.nanoTime();
            loop.picture(0, content.pages().at(page), content.unique());
            samples.add(sample(page, start, System.nanoTime(), OUTSIDE));
            loop.rest();
        }
        return samples;
    }

    /** One job at a time, the next when the last has ended. */
    List<Sample> oneByOne(Farm farm, double seconds) throws BenchException {
        List<Sample> samples = new ArrayList<>();
        Work work = Work.during(seconds);
        for (OptionalInt next = work.take(); next.isPresent() || isShort(samples); next = work.take()) {
            samples.add(draw(farm, samples.size(), System.nanoTime()));
        }
        return samples;
    }

    /** At least every page once, however slow they are. */
    private boolean isShort(List<Sample> samples) {
        return samples.size() < content.pages().count();
    }

    /**
     * Jobs at an even pace, whether the earlier ones have ended or not. Time counts from when a job was due, so a farm
     * that falls behind cannot hide it by slowing the client down.
     */
    List<Sample> paced(Farm farm, double perSecond, double seconds) throws BenchException, InterruptedException {
        int count = Math.max(content.pages().count(), (int) (perSecond * seconds));
        List<Future<Sample>> due = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        try (ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS)) {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                int number = i;
                long at = start + (long) (i / perSecond * 1e9);
                due.add(clients.schedule(() -> draw(farm, number, at), at - System.nanoTime(), TimeUnit.NANOSECONDS));
            }
            for (Future<Sample> one : due) {
                samples.add(one.get());
            }
            return samples;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BenchException known) {
                throw known;
            }
            throw new BenchException("A paced render failed: " + e.getCause(), e);
        }
    }

    private Sample draw(Farm farm, int number, long start) throws BenchException {
        int page = number % content.pages().count();
        Farm.Stages stages = farm.drawInStages(content.pages().at(page), content.unique());
        return sample(page, start, System.nanoTime(), stages);
    }

    private static Sample sample(int page, long start, long end, Farm.Stages stages) {
        return new Sample(page, (end - start) / 1e6, stages);
    }
}
