package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.BatchNotes;
import io.renderyard.dialect.pictify.RenderRequest;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.template.TemplateVersion;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a batch: each set of values in each layout; section 10.1. Values are judged by the template's rules here,
 * and the template is filled by the workers: many slow fillings would hold up the ledger's transaction.
 */
final class BatchRows implements Iterator<Row> {
    private final TemplateVersion template;
    private final List<Map<String, @Nullable Object>> sets;
    private final List<String> layouts;
    private final List<String> known;
    private final Map<String, String> notes;
    private int next;

    /**
     * @param layouts keys that are wanted
     * @param known those of them that the template has, in the order of the batch's bases
     * @param notes for whoever is told of an item
     */
    BatchRows(
            TemplateVersion template,
            List<Map<String, @Nullable Object>> sets,
            List<String> layouts,
            List<String> known,
            Map<String, String> notes) {
        this.template = template;
        this.sets = sets;
        this.layouts = layouts;
        this.known = known;
        this.notes = notes;
    }

    @Override
    public boolean hasNext() {
        return next < sets.size() * layouts.size();
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException("all sets are through");
        }
        int index = next / layouts.size();
        String layout = layouts.get(next % layouts.size());
        next++;
        return row(index, layout);
    }

    private Row row(int index, String layout) {
        Map<String, @Nullable Object> given = sets.get(index);
        boolean plain = layouts.equals(List.of(RenderRequest.BASE));
        BatchNotes item = BatchNotes.of(index, plain ? null : layout, given.keySet());
        try {
            int base = known.indexOf(layout);
            if (base < 0) {
                throw Refusal.unknown("layout", layout);
            }
            Variables values = new Variables(Templates.values(template.content(), given));
            return new Row.Filled(base, values, item.with(notes));
        } catch (Refusal e) {
            return new Row.Wrong(e.detail(), item.failed(e.code()).with(notes));
        }
    }
}
