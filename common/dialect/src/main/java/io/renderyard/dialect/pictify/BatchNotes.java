package io.renderyard.dialect.pictify;

import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.job.Item;
import io.renderyard.kernel.job.Job;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the face writes into the metadata of a batch's items, for whoever tells of them: the ledger itself knows nothing
 * of sets, layouts and the like.
 *
 * @param index of the set of values, from 0
 * @param layout key of the layout; null when the request named none
 * @param variables names of the set's values
 * @param code for programs, of an item that could not be rendered at all; null else
 */
public record BatchNotes(
        int index,
        @Nullable String layout,
        List<String> variables,
        @Nullable String code) {
    /** Sets times layouts. */
    public static final int MOST_ITEMS = 20_000;

    private static final String INDEX = "pictifyIndex";
    private static final String LAYOUT = "pictifyLayout";
    private static final String VARIABLES = "pictifyVariables";
    private static final String CODE = "pictifyCode";
    private static final String SETS = "pictifySets";
    private static final String FORMAT = "pictifyFormat";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    public BatchNotes {
        variables = List.copyOf(variables);
    }

    public static BatchNotes of(int index, @Nullable String layout, Collection<String> variables) {
        return new BatchNotes(index, layout, List.copyOf(variables), null);
    }

    /** Of an item that could not be rendered. */
    public BatchNotes failed(@Nullable String why) {
        return new BatchNotes(index, layout, variables, why);
    }

    /** To be written, with what else there is. */
    public Map<String, String> with(Map<String, String> others) {
        Map<String, String> written = new HashMap<>(others);
        written.put(INDEX, Integer.toString(index));
        written.put(VARIABLES, Json.write(variables));
        if (layout != null) {
            written.put(LAYOUT, layout);
        }
        if (code != null) {
            written.put(CODE, code);
        }
        return written;
    }

    /** The batch's own. */
    public static Map<String, String> ofBatch(String template, int sets, String format) {
        return Map.of(SubscriptionFacts.TEMPLATE, template, SETS, Integer.toString(sets), FORMAT, format);
    }

    /** What was written, as far as it was: a batch may have come by another way. */
    static BatchNotes read(Job job) {
        Map<String, String> written = job.metadata();
        return new BatchNotes(
                index(job), written.get(LAYOUT), names(written.getOrDefault(VARIABLES, "[]")), written.get(CODE));
    }

    /** From 0. */
    static int index(Job job) {
        Item item = Objects.requireNonNull(job.item(), "an item has a row");
        String index = job.metadata().get(INDEX);
        return index != null && NUMBER.matcher(index).matches() ? Integer.parseInt(index) : item.row() - 1;
    }

    private static List<String> names(String json) {
        List<String> names = new ArrayList<>();
        Json.read(json.getBytes(StandardCharsets.UTF_8))
                .filter(JsonNode::isArray)
                .ifPresent(list -> list.forEach(name -> names.add(name.asString())));
        return names;
    }

    /** Whether this face made the batch. One that does not look like it may be too large to be told of at once. */
    public static boolean isOf(Batch batch) {
        String sets = batch.metadata().get(SETS);
        return sets != null && NUMBER.matcher(sets).matches() && batch.tally().total() <= MOST_ITEMS;
    }

    /** How many sets of values a batch has. */
    static int sets(Batch batch) {
        return isOf(batch)
                ? Integer.parseInt(batch.metadata().get(SETS))
                : batch.tally().total();
    }

    /** The format as the client named it. */
    static String format(Map<String, String> batch, String otherwise) {
        return batch.getOrDefault(FORMAT, otherwise);
    }
}
