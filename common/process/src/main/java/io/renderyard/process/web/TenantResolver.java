package io.renderyard.process.web;

import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.TenantId;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a controller the tenant it asks for as a parameter, and lets nobody in without one. A tenant parameter stands
 * first, so that a wrong credential is refused before the body is looked at.
 */
@Component
class TenantResolver implements HandlerMethodArgumentResolver {
    private final CredentialVerifier credentials;

    TenantResolver(CredentialVerifier credentials) {
        this.credentials = credentials;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == TenantId.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        TenantId tenant = AuthorizationHeader.read(request.getHeader(HttpHeaders.AUTHORIZATION))
                .flatMap(credentials::verify)
                .orElseThrow(UnauthorizedException::new);
        MDC.put("tenant", tenant.toString());
        return tenant;
    }
}
