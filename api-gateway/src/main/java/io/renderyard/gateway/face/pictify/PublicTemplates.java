package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.TemplateName;
import io.renderyard.kernel.template.TemplateId;
import io.renderyard.kernel.template.TemplateLedger;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.PresentedCredential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.Secret;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** Templates that are rendered by their address, where a key is not needed, or stands in an unusual place. */
@Component
class PublicTemplates {
    private static final String BEARER = "bearer ";

    private final TemplateLedger templates;
    private final CredentialVerifier credentials;

    PublicTemplates(TemplateLedger templates, CredentialVerifier credentials) {
        this.templates = templates;
        this.credentials = credentials;
    }

    /**
     * @param token a key; none when null
     * @throws Refusal 404 when there is none, or it is another's; 401 when it needs a key and there is none
     */
    TemplateVersion find(String name, @Nullable String token, WebRequest request) {
        TemplateId id = TemplateName.parse(name).orElseThrow(() -> Refusal.unknown("template", name));
        Optional<Credential> credential = presented(token, request.getHeader("Authorization"))
                .flatMap(key -> credentials.verify(new PresentedCredential(null, new Secret(key))))
                .filter(known -> known.scopes().contains(Scope.IMAGES_CREATE));
        TenantId owner = templates.owner(id).orElseThrow(() -> Refusal.unknown("template", name));
        TemplateVersion version = templates.find(owner, id, null).orElseThrow(() -> Refusal.unknown("template", name));
        if (version.content().open()
                || credential.filter(known -> known.tenant().equals(owner)).isPresent()) {
            return version;
        }
        if (credential.isPresent()) {
            throw Refusal.unknown("template", name);
        }
        throw Refusal.of(
                HttpStatus.UNAUTHORIZED,
                "missing authorization",
                "This template does not serve everybody. Set its hasDynamicLink to true, or add a key as token.");
    }

    private static Optional<String> presented(@Nullable String token, @Nullable String authorization) {
        if (token != null && !token.isBlank()) {
            return Optional.of(token.strip());
        }
        return Optional.ofNullable(authorization)
                .map(String::strip)
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }
}
