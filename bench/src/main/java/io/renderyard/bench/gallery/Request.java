package io.renderyard.bench.gallery;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What an example asks the yard for. */
sealed interface Request {
    /** For a reader of the page. */
    String written();

    /**
     * A submission to the native API.
     *
     * @param body of {@code POST /api/v1/jobs}; {@code {site}} in it stands for the origin of {@link Site}
     * @param read what is appended to the picture's address without its extension, such as {@code .jpg?width=300}; null
     *     when it is read as it was stored
     */
    record Job(JsonNode body, @Nullable String read) implements Request {
        String body(String site) {
            return body.toString().replace("{site}", site);
        }

        @Override
        public String written() {
            return "POST /api/v1/jobs\n" + indented(body) + (read == null ? "" : "\n\nGET /artifacts/{id}" + read);
        }
    }

    /**
     * A template that comes with the farm, taken as one's own and rendered.
     *
     * @param name {@code og-card}
     * @param variables what differs from its own values
     */
    record Starter(String name, JsonNode variables, String format) implements Request {
        String fork() {
            return "/public/templates/" + name + "/fork";
        }

        ObjectNode body() {
            ObjectNode body = JsonMapper.shared().createObjectNode();
            body.set("variables", variables);
            return body.put("format", format);
        }

        @Override
        public String written() {
            return "POST " + fork() + "\n\nPOST /templates/{uid}/render\n" + indented(body());
        }
    }

    private static String indented(JsonNode body) {
        return JsonMapper.shared().writer(SerializationFeature.INDENT_OUTPUT).writeValueAsString(body);
    }
}
