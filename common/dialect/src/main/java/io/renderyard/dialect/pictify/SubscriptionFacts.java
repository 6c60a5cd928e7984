package io.renderyard.dialect.pictify;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.Job;
import io.renderyard.kernel.render.PictureFormat;
import java.util.HashMap;
import java.util.Map;

/**
 * What the face writes into the metadata of a job or batch, for whoever is told of its end: the ledger itself knows
 * nothing of templates' uids and the like.
 */
public final class SubscriptionFacts {
    /** The template's uid. */
    public static final String TEMPLATE = "pictifyTemplate";
    /** The binding's uid. */
    public static final String BINDING = "pictifyBinding";
    /** The experiment's uid. */
    public static final String EXPERIMENT = "pictifyExperiment";
    /** {@code image}, {@code gif} or {@code pdf}: of a job that failed, nothing else tells it. */
    public static final String TYPE = "pictifyType";

    private SubscriptionFacts() {}

    static Map<String, String> of(Map<String, String> metadata) {
        Map<String, String> facts = new HashMap<>();
        put(facts, SubscriptionFilters.TEMPLATE, metadata, TEMPLATE);
        put(facts, SubscriptionFilters.BINDING, metadata, BINDING);
        put(facts, SubscriptionFilters.EXPERIMENT, metadata, EXPERIMENT);
        return facts;
    }

    static Map<String, String> of(Job job) {
        Map<String, String> facts = of(job.metadata());
        facts.put(SubscriptionFilters.TYPE, type(job));
        return facts;
    }

    private static void put(Map<String, String> facts, String filter, Map<String, String> metadata, String name) {
        String value = metadata.get(name);
        if (value != null) {
            facts.put(filter, value);
        }
    }

    static String type(Job job) {
        return job.outcome() instanceof Job.Succeeded(Artifact artifact)
                ? type(artifact.contentType())
                : job.metadata().getOrDefault(TYPE, "image");
    }

    public static String type(PictureFormat format) {
        return switch (format) {
            case PictureFormat.Gif _ -> "gif";
            case PictureFormat.Pdf _ -> "pdf";
            case PictureFormat.Still _ -> "image";
        };
    }

    private static String type(String contentType) {
        return switch (contentType) {
            case "image/gif" -> "gif";
            case "application/pdf" -> "pdf";
            default -> "image";
        };
    }

    /** Where the render was asked for. */
    static String source(Job job) {
        Map<String, String> metadata = job.metadata();
        if (metadata.containsKey(EXPERIMENT)) {
            return "experiment";
        }
        if (metadata.containsKey(BINDING)) {
            return "binding";
        }
        return job.item() == null ? "api" : "batch";
    }
}
