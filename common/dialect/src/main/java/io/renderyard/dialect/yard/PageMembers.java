package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What only a page has. Beside a prompt it would do nothing, so it is refused: its sender expects something. */
final class PageMembers {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    PageMembers(JobRequest request, OutputRequest output) {
        members.put("css", request.css());
        members.put("script", request.script());
        members.put("fonts", request.fonts());
        members.put("emoji", request.emoji());
        members.put("capture", request.capture());
        members.put("environment", request.environment());
        members.put("requests", request.requests());
        members.put("wait", request.waiting());
        members.put("output.deviceScale", output.deviceScale());
        members.put("output.mobile", output.mobile());
        members.put("output.touch", output.touch());
        members.put("output.landscape", output.landscape());
        members.put("output.width", output.width());
        members.put("output.height", output.height());
        members.put("output.maxWidth", output.maxWidth());
        members.put("output.maxHeight", output.maxHeight());
    }

    void refuse(Violations violations) {
        members.forEach((name, value) -> {
            if (value != null) {
                violations.add(name, "is for pages; a prompt has " + instead(name));
            }
        });
    }

    private static String instead(String name) {
        return name.startsWith("output.") ? "source.aspectRatio" : "none";
    }
}
