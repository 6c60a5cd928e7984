package io.renderyard.worker.devtools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ListenersTest {
    private static final String PAUSED = "Fetch.requestPaused";

    private final Listeners listeners = new Listeners();
    private final List<JsonNode> heard = new ArrayList<>();

    @Test
    void whatNobodyListensToIsNotRead() {
        assertThat(listeners.want(PAUSED)).isFalse();

        Listening listening = listeners.add("A", "Fetch.requestPaused", heard::add);

        assertThat(listeners.want(PAUSED)).isTrue();
        assertThat(listeners.want("Fetch.authRequired")).isFalse();

        listening.close();

        assertThat(listeners.want(PAUSED)).isFalse();
    }

    @Test
    void onlyTheSessionThatSaidItIsHeard() {
        JsonNode params = JsonMapper.shared().readTree("{\"requestId\":\"1\"}");
        try (Listening one = listeners.add("A", "Fetch.requestPaused", heard::add)) {
            assertThat(one).isNotNull();
            listeners.tell("B", "Fetch.requestPaused", params);
            listeners.tell("A", "Fetch.authRequired", params);
            assertThat(heard).isEmpty();

            listeners.tell("A", "Fetch.requestPaused", params);
            assertThat(heard).containsExactly(params);
        }
        listeners.tell("A", "Fetch.requestPaused", params);
        assertThat(heard).hasSize(1);
    }

    @Test
    void aListenerThatFailsHarmsNobody() {
        try (Listening broken = listeners.add("A", "Log.entryAdded", entry -> {
                    throw new IllegalStateException("made to fail");
                });
                Listening sound = listeners.add("A", "Log.entryAdded", heard::add)) {
            assertThat(List.of(broken, sound)).hasSize(2);
            listeners.tell("A", "Log.entryAdded", JsonMapper.shared().createObjectNode());
        }

        assertThat(heard).hasSize(1);
    }
}
