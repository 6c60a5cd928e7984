package io.renderyard.db.batch;

import io.renderyard.kernel.batch.BatchAdmission;
import org.springframework.stereotype.Component;

@Component
class PostgresBatchAdmission implements BatchAdmission {
    private final Admission admission;
    private final Cancellation cancellation;
    private final BatchEnds ends;
    private final Digests digests;

    PostgresBatchAdmission(Admission admission, Cancellation cancellation, BatchEnds ends, Digests digests) {
        this.admission = admission;
        this.cancellation = cancellation;
        this.ends = ends;
        this.digests = digests;
    }

    @Override
    public int admit() {
        return admission.round();
    }

    @Override
    public int callOff() {
        return cancellation.halfWay().stream()
                .mapToInt(cancellation::cancelItems)
                .sum();
    }

    @Override
    public int finish() {
        return ends.round();
    }

    @Override
    public int digest() {
        return digests.round();
    }
}
