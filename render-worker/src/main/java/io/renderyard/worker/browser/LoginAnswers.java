package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Traffic;
import io.renderyard.worker.devtools.DevTools;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers servers that ask for HTTP authentication: the page's own once for each request, all others never. */
final class LoginAnswers {
    /** Other schemes would hand out who is logged in on this machine. */
    private static final Set<String> SCHEMES = Set.of("basic", "digest");

    private final Traffic.@Nullable Login login;
    private final Optional<Origin> own;
    private final Set<String> answered = ConcurrentHashMap.newKeySet();

    LoginAnswers(Traffic.@Nullable Login login, Optional<Origin> own) {
        this.login = login;
        this.own = own;
    }

    /** @param event of {@code Fetch.authRequired} */
    ObjectNode to(JsonNode event) {
        String request = event.path("requestId").asString();
        ObjectNode answer = DevTools.params().put("requestId", request);
        ObjectNode response = answer.putObject("authChallengeResponse");
        if (login == null || !isOurs(event.path("authChallenge")) || !answered.add(request)) {
            response.put("response", "CancelAuth");
        } else {
            response.put("response", "ProvideCredentials")
                    .put("username", login.user())
                    .put("password", login.password().reveal());
        }
        return answer;
    }

    private boolean isOurs(JsonNode challenge) {
        return challenge.path("source").asString("").equals("Server")
                && SCHEMES.contains(challenge.path("scheme").asString(""))
                && own.isPresent()
                && own.equals(Origin.of(challenge.path("origin").asString("")));
    }
}
