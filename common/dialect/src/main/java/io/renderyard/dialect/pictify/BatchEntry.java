package io.renderyard.dialect.pictify;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.Job;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of one set of values in one layout; section 10.2.
 *
 * @param index of the set, from 0
 * @param status {@code completed} or {@code failed}
 * @param variables names of the values
 * @param layout its key, where the request named layouts
 * @param layouts on a set's first picture of several: all of them, by their keys
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BatchEntry(
        int index,
        boolean success,
        String status,
        List<String> variables,
        @Nullable String layout,
        @Nullable String url,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String format,
        @Nullable String id,
        @Nullable Map<String, Picture> layouts,
        @Nullable String error,
        @Nullable String code) {
    static final String COMPLETED = "completed";
    static final String FAILED = "failed";

    /** One of a set's pictures. */
    public record Picture(String url, int width, int height) {
        static Picture of(Artifact artifact, ApiLinks links) {
            return new Picture(
                    links.artifact(artifact),
                    artifact.extent().width(),
                    artifact.extent().height());
        }
    }

    /** An item with what was written of it. */
    private record Noted(Job item, BatchNotes notes) {
        static Noted read(Job item) {
            return new Noted(item, BatchNotes.read(item));
        }
    }

    /**
     * Those that have ended, in the order of the sets; what was called off has no entry.
     *
     * @param batch its metadata
     */
    static List<BatchEntry> of(Map<String, String> batch, List<Job> items, ApiLinks links) {
        List<Noted> noted = items.stream().map(Noted::read).toList();
        Map<Integer, Map<String, Picture>> several = several(noted, links);
        List<BatchEntry> entries = new ArrayList<>();
        for (Noted one : noted) {
            BatchNotes notes = one.notes();
            switch (one.item().outcome()) {
                case Job.Succeeded(Artifact artifact) ->
                    entries.add(completed(batch, notes, artifact, several.remove(notes.index()), links));
                case Job.Failed(Failure failure) -> entries.add(failed(notes, failure));
                case Job.Outcome ignored -> {}
            }
        }
        return entries;
    }

    /** Pictures of the sets that have more than one, by the sets' indices. */
    private static Map<Integer, Map<String, Picture>> several(List<Noted> items, ApiLinks links) {
        Map<Integer, Map<String, Picture>> sets = new LinkedHashMap<>();
        for (Noted one : items) {
            BatchNotes notes = one.notes();
            if (notes.layout() != null && one.item().outcome() instanceof Job.Succeeded(Artifact artifact)) {
                sets.computeIfAbsent(notes.index(), index -> new LinkedHashMap<>())
                        .put(notes.layout(), Picture.of(artifact, links));
            }
        }
        sets.values().removeIf(pictures -> pictures.size() < 2);
        return sets;
    }

    private static BatchEntry completed(
            Map<String, String> batch,
            BatchNotes notes,
            Artifact artifact,
            @Nullable Map<String, Picture> layouts,
            ApiLinks links) {
        Picture picture = Picture.of(artifact, links);
        String path = artifact.key().path();
        return new BatchEntry(
                notes.index(),
                true,
                COMPLETED,
                notes.variables(),
                notes.layout(),
                picture.url(),
                picture.width(),
                picture.height(),
                BatchNotes.format(batch, path.substring(path.lastIndexOf('.') + 1)),
                artifact.id().toString(),
                layouts,
                null,
                null);
    }

    private static BatchEntry failed(BatchNotes notes, Failure failure) {
        String code = notes.code();
        return new BatchEntry(
                notes.index(),
                false,
                FAILED,
                notes.variables(),
                notes.layout(),
                null,
                null,
                null,
                null,
                null,
                null,
                failure.message(),
                code == null ? SubscriptionEvent.code(failure.code()) : code);
    }
}
