package io.renderyard.conformance.docs;

import io.renderyard.kernel.job.JobState;
import io.renderyard.kernel.job.JobTransition;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes {@code docs/state-machine.md} from the transition table. */
final class StateMachinePage {
    private StateMachinePage() {}

    /** Markdown; the same text for the same table, so that it can be compared. */
    static String write() {
        return """
                # The states of a job

                This page is written from `io.renderyard.kernel.job.JobTransition`, the only transition table there is. The
                build fails when the two differ; do not edit it by hand.

                ```mermaid
                stateDiagram-v2
                    [*] --> QUEUED: accept
                %s%s```

                | Move | From | To | Who makes it | What it does |
                | --- | --- | --- | --- | --- |
                %s
                Every pair of states that is not in the table is refused, in memory and by the database. Nothing leads out of
                %s: a replay is a new job that points to the old one.
                """.formatted(arrows(), ends(), rows(), terminals());
    }

    private static String arrows() {
        return Arrays.stream(JobTransition.values())
                .map(move -> "    %s --> %s: %s\n".formatted(move.from(), move.to(), verb(move)))
                .collect(Collectors.joining());
    }

    private static String ends() {
        return Arrays.stream(JobState.values())
                .filter(JobState::isTerminal)
                .map("    %s --> [*]\n"::formatted)
                .collect(Collectors.joining());
    }

    private static String rows() {
        return Arrays.stream(JobTransition.values())
                .map(move -> "| %s | `%s` | `%s` | %s | %s |\n"
                        .formatted(verb(move), move.from(), move.to(), move.mover(), move.effect()))
                .collect(Collectors.joining());
    }

    private static String terminals() {
        return Arrays.stream(JobState.values())
                .filter(JobState::isTerminal)
                .map("`%s`"::formatted)
                .collect(Collectors.joining(", "));
    }

    /** The first word of the constant: cancelling is one verb, whatever state it starts from. */
    private static String verb(JobTransition move) {
        return move.name().split("_", 2)[0].toLowerCase(Locale.ROOT);
    }
}
