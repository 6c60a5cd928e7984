package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.RenderSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns one row into an item, or into what is wrong with it. */
final class ItemCheck {
    private static final String NO_PAGE =
            "must have a prompt, as the batch's own has; send pages in a batch without one";
    private static final String NO_PROMPT = "must not have a prompt; send prompts in a batch whose own source has one";

    private final JobRequest request;
    private final SubmissionContext context;
    private final Map<String, @Nullable Object> shared;

    /**
     * Checks items of one batch.
     *
     * @param request the head
     * @param shared variables of the head, which an item's own ones go before
     */
    ItemCheck(JobRequest request, SubmissionContext context, Map<String, @Nullable Object> shared) {
        this.request = request;
        this.context = context;
        this.shared = shared;
    }

    Row check(RowReader.Raw raw, int row) {
        return switch (raw) {
            case RowReader.Raw.Tree(var tree) ->
                check(StrictJson.read(() -> StrictJson.JSON.treeToValue(tree, BatchItem.class)), row);
            case RowReader.Raw.Text(byte[] json) ->
                check(StrictJson.read(() -> StrictJson.JSON.readValue(json, BatchItem.class)), row);
            case RowReader.Raw.Cells(var variables) -> check(new BatchItem(variables, null, null), row);
            case RowReader.Raw.Broken(String why) -> new Row.Wrong("Row " + row + " " + why);
        };
    }

    private Row check(StrictJson.Read<BatchItem> read, int row) {
        return switch (read) {
            case StrictJson.Read.Value<BatchItem>(BatchItem item) -> check(item, row);
            case StrictJson.Read.NotJson<BatchItem>(String why) -> new Row.Wrong("Row " + row + " is not JSON: " + why);
            case StrictJson.Read.Wrong<BatchItem>(FieldError error) -> wrong(row, List.of(error));
        };
    }

    private Row check(BatchItem item, int row) {
        Violations violations = new Violations();
        Variables own = new VariablesReader(violations).read("variables", item.variables());
        Map<String, String> metadata = new MetadataReader(violations).read("metadata", item.metadata());
        if (item.source() != null && item.source().isPrompt() != isPainted()) {
            violations.add("source", isPainted() ? NO_PAGE : NO_PROMPT);
            return wrong(row, violations.all());
        }
        if (item.source() != null) {
            JobRequestCheck check = new JobRequestCheck(request.with(item.source()), context, violations);
            RenderSpec spec = check.spec();
            boolean shares = check.reuse(spec, Variables.NONE).isAllowed();
            return violations.all().isEmpty()
                    ? new Row.Whole(spec, merged(own), metadata, shares)
                    : wrong(row, violations.all());
        }
        if (request.source() == null) {
            violations.add("source", "is required, since the batch has none for all of its items");
        }
        return violations.all().isEmpty() ? new Row.Filled(merged(own), metadata) : wrong(row, violations.all());
    }

    /** Whether all items are: a batch is in one lane, which was chosen by its head. */
    private boolean isPainted() {
        return request.source() != null && request.source().isPrompt();
    }

    private Variables merged(Variables own) {
        if (shared.isEmpty()) {
            return own;
        }
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(shared);
        merged.putAll(own.values());
        return new Variables(merged);
    }

    private static Row wrong(int row, List<FieldError> errors) {
        return new Row.Wrong(errors.stream()
                .map(error -> (error.field().isEmpty() ? "it" : error.field()) + ' ' + error.message())
                .collect(Collectors.joining("; ", "Row " + row + ": ", "")));
    }
}
