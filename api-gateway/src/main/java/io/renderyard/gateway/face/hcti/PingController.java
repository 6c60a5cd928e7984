package io.renderyard.gateway.face.hcti;

import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "HTML/CSS to Image face")
class PingController {
    /** Contract, section 8.6: newer clients ask with GET, older documents say POST. */
    @Operation(summary = "Check a credential")
    @RequestMapping(
            path = "/v1/ping",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<Map<String, Boolean>> ping(@Parameter(hidden = true) @Needs({}) TenantId anybody) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("ok", true));
    }
}
