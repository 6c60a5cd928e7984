package io.renderyard.gateway.face.pictory;

import io.renderyard.dialect.pictory.TokenGranted;
import io.renderyard.dialect.pictory.TokenRequest;
import io.renderyard.gateway.artifact.Query;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.tenant.AccessTokens;
import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives out tokens for an hour, the older way to be known; contract, section 2.2. */
@RestController
@Tag(name = "Pictory face")
class PictoryTokenController {
    private final BoundedBody bodies;
    private final AccessTokens tokens;

    PictoryTokenController(BoundedBody bodies, AccessTokens tokens) {
        this.bodies = bodies;
        this.tokens = tokens;
    }

    @Operation(
            summary = "Get a token for a key",
            description =
                    "The client's id is the key's public id, its secret the key. Send the token in Authorization.")
    @SecurityRequirements
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = "object"),
                            examples = {@ExampleObject(name = "client", value = PictoryExamples.CLIENT)}))
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TokenGranted.class)))
    @PostMapping("/pictoryapis/v1/oauth2/token")
    ResponseEntity<Object> issue(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        return switch (read(request)) {
            case TokenRequest.Reading.Wrong(List<FieldError> errors) -> PictoryErrors.body(errors);
            case TokenRequest.Reading.Understood(TokenRequest client) ->
                ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(issue(client));
        };
    }

    private TokenGranted issue(TokenRequest client) {
        return tokens.issue(client.clientId(), client.clientSecret())
                .map(TokenGranted::of)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        HttpStatus.UNAUTHORIZED, "unauthorized", "There is no such client, or its secret is wrong.")));
    }

    private TokenRequest.Reading read(HttpServletRequest request) throws IOException {
        SentBody sent = SentBody.of(request);
        byte[] body = bodies.read(request);
        return switch (sent) {
            case JSON -> TokenRequest.json(body);
            case FORM -> {
                Query form = Query.parse(new String(body, StandardCharsets.UTF_8));
                yield TokenRequest.form(
                        form.all("client_id").stream().findFirst(),
                        form.all("client_secret").stream().findFirst());
            }
        };
    }
}
