package io.renderyard.bench.prompt;

import io.renderyard.bench.BenchException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many prompts at once, each followed to its picture. */
record PromptLoad(Client client, int prompts) {
    private static final int AT_ONCE = 32;

    /** @return seconds from the first submission to the last picture */
    double paint() throws BenchException, InterruptedException {
        long began = System.nanoTime();
        List<Callable<String>> submissions = new ArrayList<>();
        for (int i = 0; i < prompts; i++) {
            submissions.add(client::prompt);
        }
        try (ExecutorService clients = Executors.newFixedThreadPool(AT_ONCE)) {
            List<String> jobs = new ArrayList<>();
            for (Future<String> job : clients.invokeAll(submissions)) {
                jobs.add(job.get());
            }
            for (String job : jobs) {
                while (!client.hasSucceeded(job)) {
                    Thread.onSpinWait();
                }
            }
            return (System.nanoTime() - began) / 1e9;
        } catch (ExecutionException e) {
            throw new BenchException("A prompt was not accepted: " + e.getCause(), e);
        }
    }
}
