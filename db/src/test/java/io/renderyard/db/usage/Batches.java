package io.renderyard.db.usage;

import io.renderyard.db.TestLedger;
import io.renderyard.kernel.batch.BatchHead;
import io.renderyard.kernel.batch.Priority;
import io.renderyard.kernel.batch.Row;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Plain batches. */
final class Batches {
    private Batches() {}

    static BatchHead head(TenantId tenant) {
        return new BatchHead(
                tenant,
                List.of(TestLedger.spec(new Source.Html("<p>hello {{name}}"))),
                Lane.BATCH,
                Priority.NORMAL,
                10,
                null,
                Map.of(),
                Reuse.NONE);
    }

    static Iterator<Row> rows(int count) {
        return IntStream.range(0, count)
                .<Row>mapToObj(row -> new Row.Filled(new Variables(Map.of("name", "name " + row)), Map.of()))
                .iterator();
    }
}
