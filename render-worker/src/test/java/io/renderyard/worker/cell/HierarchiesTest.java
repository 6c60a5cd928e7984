package io.renderyard.worker.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written there by the kernel is written here by hand; the real one is met in {@code LimitsIT}. */
class HierarchiesTest {
    private static final String SELF = Long.toString(ProcessHandle.current().pid());

    @TempDir
    Path folder;

    Path proc;
    Path mount;

    @BeforeEach
    void make() throws IOException {
        proc = Files.createDirectory(folder.resolve("proc"));
        mount = Files.createDirectory(folder.resolve("mount"));
    }

    private List<Hierarchy> find(String cgroup, String... mounts) throws IOException {
        Files.writeString(proc.resolve("cgroup"), cgroup);
        Files.write(proc.resolve("mountinfo"), List.of(mounts));
        return Hierarchies.find(proc);
    }

    private static String mounted(Path point, String type, String options) {
        return "30 20 0:1 / " + point + " rw,relatime shared:9 - " + type + " " + type + " rw," + options;
    }

    private Path group(String path, String controllers, String handedDown, String processes) throws IOException {
        Path group = Files.createDirectories(mount.resolve(path));
        Files.writeString(group.resolve("cgroup.controllers"), controllers);
        Files.writeString(group.resolve("cgroup.subtree_control"), handedDown);
        Files.writeString(group.resolve("cgroup.procs"), processes);
        Files.writeString(group.resolve("cgroup.type"), "domain");
        return group;
    }

    @Test
    void aGroupThatHandsDownAllControllersIsUsedAsItIs() throws IOException {
        Path group = group("kubepods", "cpu io memory pids", "cpu memory pids", "");

        assertThat(find("0::/kubepods\n", mounted(mount, "cgroup2", "nsdelegate")))
                .containsExactly(new Hierarchy(
                        group, List.of(new Hierarchy.FairShare(), Hierarchy.Memory.V2, new Hierarchy.Tasks())));
        assertThat(group.resolve("renderyard-worker")).doesNotExist();
    }

    @Test
    void weLeaveOurGroupSoThatItCanHandControllersDown() throws IOException {
        Path group = group("kubepods", "memory pids", "", SELF + "\n");
        Path leaf = Files.createDirectory(group.resolve("renderyard-worker"));
        Files.createFile(leaf.resolve("cgroup.procs"));

        assertThat(find("0::/kubepods\n", mounted(mount, "cgroup2", "nsdelegate")))
                .singleElement()
                .satisfies(one -> assertThat(one.files()).hasSize(2));
        assertThat(leaf.resolve("cgroup.procs")).hasContent(SELF);
        assertThat(Files.readString(group.resolve("cgroup.subtree_control")).split(" "))
                .containsExactlyInAnyOrder("+memory", "+pids");
    }

    @Test
    void aWorkerThatComesAgainFindsTheGroupAboveItsLeaf() throws IOException {
        Path group = group("kubepods", "memory pids", "memory pids", "");

        assertThat(find("0::/kubepods/renderyard-worker\n", mounted(mount, "cgroup2", "nsdelegate")))
                .singleElement()
                .satisfies(one -> assertThat(one.parent()).isEqualTo(group));
    }

    @Test
    void withoutControllersTheListOfProcessesIsLeft() throws IOException {
        Path group = group("kubepods", "hugetlb", "", "");

        assertThat(find("0::/kubepods\n", mounted(mount, "cgroup2", "nsdelegate")))
                .containsExactly(new Hierarchy(group, List.of()));
    }

    @Test
    void whatAServiceManagerDidNotHandOverIsLeftAlone() throws IOException {
        group("system.slice/farm.service", "memory pids", "memory pids", "");

        assertThat(find("0::/system.slice/farm.service\n", mounted(mount, "cgroup2", "nsdelegate")))
                .isEmpty();
    }

    @Test
    void versionOneIsUsedOnlyWhereNobodyElseGroupsUs() throws IOException {
        Path pids = Files.createDirectory(folder.resolve("pids"));
        Path memory = Files.createDirectory(folder.resolve("memory"));

        assertThat(find(
                        "8:pids:/\n4:memory:/somebody/else\n",
                        mounted(pids, "cgroup", "pids"),
                        mounted(memory, "cgroup", "memory")))
                .containsExactly(new Hierarchy(pids, List.of(new Hierarchy.Tasks())));
        assertThat(find("4:memory:/\n", mounted(memory, "cgroup", "memory")))
                .containsExactly(new Hierarchy(memory, List.of(Hierarchy.Memory.V1)));
    }

    @Test
    void aMachineWithoutAnyHasNone() throws IOException {
        assertThat(find("", "30 20 0:1 / /proc rw - proc proc rw")).isEmpty();
    }
}
