package io.renderyard.gateway.face.hcti;

import io.renderyard.dialect.hcti.ApiKeyPage;
import io.renderyard.dialect.hcti.ApiKeyReader;
import io.renderyard.dialect.hcti.ApiKeyReading;
import io.renderyard.dialect.hcti.ApiKeyView;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.kernel.tenant.ApiKey;
import io.renderyard.kernel.tenant.ApiKeys;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.Grant;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.process.web.ForbiddenException;
import io.renderyard.process.web.Needs;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Contract, section 11. */
@RestController
@RequestMapping("/v1/api-keys")
@Tag(name = "HTML/CSS to Image face")
class ApiKeyController {
    private final ApiKeys keys;
    private final BoundedBody bodies;

    ApiKeyController(ApiKeys keys, BoundedBody bodies) {
        this.keys = keys;
        this.bodies = bodies;
    }

    @Operation(summary = "Create an API key", description = "Its secret, api_key, is in this answer and nowhere else.")
    @PostMapping
    ResponseEntity<ApiKeyView> create(
            @Parameter(hidden = true) @Needs(Scope.API_KEYS_CREATE_UPDATE) Credential caller,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Grant grant = grant(caller, request);
        ApiKeys.Created created = keys.create(caller.tenant(), grant).orElseThrow(ApiKeyController::tooMany);
        return answer(ApiKeyView.of(created.key(), created.secret()));
    }

    @Operation(summary = "Replace all of an API key but its secret")
    @PostMapping("/{id}")
    ResponseEntity<ApiKeyView> replace(
            @Parameter(hidden = true) @Needs(Scope.API_KEYS_CREATE_UPDATE) Credential caller,
            @PathVariable String id,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Grant grant = grant(caller, request);
        UUID known = id(id).orElseThrow(() -> notFound(id));
        return switch (keys.replace(caller.tenant(), known, grant)) {
            case ApiKeys.Replacement.Replaced(ApiKey key) -> answer(ApiKeyView.of(key));
            case ApiKeys.Replacement.NoSuchKey() -> throw notFound(id);
            case ApiKeys.Replacement.TooMany() -> throw tooMany();
        };
    }

    @Operation(summary = "List API keys, newest first")
    @GetMapping
    ResponseEntity<ApiKeyPage> list(
            @Parameter(hidden = true) @Needs(Scope.API_KEYS_READ) TenantId tenant,
            @Parameter(hidden = true) HttpServletRequest request) {
        ApiKeyQuery query = ApiKeyQuery.of(request);
        return answer(ApiKeyPage.of(keys.page(tenant, query.filter(), query.from(), query.count() + 1), query.count()));
    }

    @Operation(summary = "Get an API key")
    @GetMapping("/{id}")
    ResponseEntity<ApiKeyView> get(
            @Parameter(hidden = true) @Needs(Scope.API_KEYS_READ) TenantId tenant, @PathVariable String id) {
        return answer(id(id).flatMap(known -> keys.find(tenant, known))
                .map(ApiKeyView::of)
                .orElseThrow(() -> notFound(id)));
    }

    @Operation(summary = "Disable an API key")
    @DeleteMapping("/{id}")
    ResponseEntity<Void> disable(
            @Parameter(hidden = true) @Needs(Scope.API_KEYS_DELETE) TenantId tenant, @PathVariable String id) {
        if (id(id).filter(known -> keys.disable(tenant, known)).isEmpty()) {
            throw notFound(id);
        }
        return ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
    }

    /** Nobody gives what he has not. */
    private Grant grant(Credential caller, HttpServletRequest request) throws IOException {
        Grant grant = read(request);
        grant.scopes().stream().sorted().forEach(scope -> ForbiddenException.unless(caller, scope));
        if (grant.futureScopes()
                && keys.find(caller.tenant(), caller.id())
                        .filter(own -> own.grant().futureScopes())
                        .isEmpty()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.FORBIDDEN, "forbidden", "The key lacks all_future_permissions and cannot give them."));
        }
        return grant;
    }

    private Grant read(HttpServletRequest request) throws IOException {
        return switch (ApiKeyReader.read(bodies.read(request))) {
            case ApiKeyReading.Understood(Grant grant) -> grant;
            case ApiKeyReading.NotJson() ->
                throw new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "not json", "The body is not JSON."));
            case ApiKeyReading.Wrong wrong -> throw Refusal.of(wrong.errors());
        };
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static <T> ResponseEntity<T> answer(T body) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private static ProblemException notFound(String id) {
        return new ProblemException(Problem.of(HttpStatus.NOT_FOUND, "not found", "There is no API key '" + id + "'."));
    }

    private static ProblemException tooMany() {
        return new ProblemException(Problem.of(
                HttpStatus.BAD_REQUEST,
                "too many keys",
                "At most " + ApiKeys.MOST_ENABLED + " API keys may be enabled. Disable one first."));
    }
}
