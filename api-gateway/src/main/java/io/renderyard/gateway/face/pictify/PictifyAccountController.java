package io.renderyard.gateway.face.pictify;

import io.renderyard.kernel.tenant.Credential;
import io.renderyard.process.web.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says whose key it is, and that somebody is there; section 1.2. */
@RestController
@Tag(name = "Pictify face")
class PictifyAccountController {
    @Operation(summary = "See whether a key is valid")
    @GetMapping({"/pictify/api/users", "/pictify/api/users/"})
    Map<String, Map<String, Object>> user(@Parameter(hidden = true) @Needs({}) Credential credential) {
        String tenant = credential.tenant().toString();
        return Map.of("user", Map.of("uid", tenant, "id", tenant, "isTest", credential.trial()));
    }

    @Operation(summary = "See whether the gateway answers")
    @GetMapping({"/pictify/health", "/pictify/healthcheck", "/pictify/image/health", "/pictify/gif/health"})
    Map<String, String> health() {
        return Map.of("status", "ok");
    }
}
