package io.renderyard.models.studio;

import io.renderyard.models.Answer;
import io.renderyard.models.Backend;
import io.renderyard.models.Handle;
import io.renderyard.models.ImageModel;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Trouble;
import io.renderyard.models.Wish;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A provider that does move by move what it was told; the last move is repeated. */
final class ScriptedModel implements ImageModel {

    interface Move {
        Answer play(String verb) throws ModelFailure;
    }

    private final String name;
    private final Deque<Move> moves = new ArrayDeque<>();
    private final List<String> log;

    /** @param log of all calls, shared with others */
    ScriptedModel(String name, List<String> log) {
        this.name = name;
        this.log = log;
    }

    ScriptedModel fails(Trouble trouble) {
        return plays(verb -> {
            throw new ModelFailure(trouble, name + " says " + trouble);
        });
    }

    ScriptedModel throttles(Duration retryAfter) {
        return plays(verb -> {
            throw new ModelFailure(Trouble.THROTTLED, "slow down", Optional.of(retryAfter));
        });
    }

    ScriptedModel paints() {
        return plays(verb -> done(name));
    }

    static Answer.Done done(String name) {
        return new Answer.Done(new byte[] {1}, "image/png", name + "-request");
    }

    ScriptedModel isAtWork() {
        return plays(
                verb -> new Answer.Pending(new Handle(name, "model-" + name, name + "-job"), Duration.ofSeconds(1)));
    }

    ScriptedModel plays(Move move) {
        moves.add(move);
        return this;
    }

    @Override
    public Answer submit(Wish wish, Backend backend, Duration atMost) throws ModelFailure {
        return play("submit " + backend.model());
    }

    @Override
    public Answer poll(Handle handle, Duration atMost) throws ModelFailure {
        return play("poll " + handle.text());
    }

    @Override
    public void cancel(Handle handle, Duration atMost) {
        log.add(name + ": cancel " + handle.text());
    }

    private Answer play(String verb) throws ModelFailure {
        log.add(name + ": " + verb);
        Move move = moves.size() > 1 ? moves.removeFirst() : moves.getFirst();
        return move.play(verb);
    }

    static List<String> log() {
        return new ArrayList<>();
    }
}
