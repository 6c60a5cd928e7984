package io.renderyard.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CpuTimeTest {
    @Test
    void aProcessCountsItsOwnTimeAndThatOfChildrenThatEnded() {
        ProcessTable.Entry entry =
                ProcessTable.Entry.of("42 (odd) name) S 7 1 1 0 -1 0 0 0 0 0 10 5 3 2 20 0 1 0 99 0 0\n");

        assertThat(entry).isEqualTo(new ProcessTable.Entry(42, 7, "odd) name", 200));
    }

    @Test
    void aTreeHasGrandchildrenAndNoStrangers() {
        ProcessTable table = new ProcessTable(Map.of(
                1L, entry(1, 0),
                2L, entry(2, 1),
                3L, entry(3, 2),
                4L, entry(4, 0)));

        assertThat(table.tree(1)).extracting(ProcessTable.Entry::id).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(table.tree(9)).isEmpty();
    }

    @Test
    void aSegmentCostsWhatWasUsedSinceItsBeginningSharedAmongItsRenders() {
        CpuTime before = CpuTime.unknown();
        before.add("workers", 100);
        CpuTime after = CpuTime.unknown();
        after.add("workers", 300);
        after.add("browsers", 50);

        CpuTime each = after.since(before, 10);

        assertThat(each.milliseconds()).containsExactlyInAnyOrderEntriesOf(Map.of("workers", 20.0, "browsers", 5.0));
        assertThat(each.total()).isEqualTo(25);
        assertThat(CpuTime.median(List.of(each, each)).total()).isEqualTo(25);
    }

    @Test
    void browsersAndDatabaseAreNotTheirStarters() {
        assertThat(FarmProcesses.kind("worker-2", "chromium-headle")).isEqualTo("browsers");
        assertThat(FarmProcesses.kind("standalone", "postgres")).isEqualTo("PostgreSQL");
        assertThat(FarmProcesses.kind("worker-2", "java")).isEqualTo("workers");
        assertThat(FarmProcesses.kind("rabbitmq", "beam.smp")).isEqualTo("RabbitMQ");
    }

    private static ProcessTable.Entry entry(long id, long parent) {
        return new ProcessTable.Entry(id, parent, "one", 0);
    }
}
