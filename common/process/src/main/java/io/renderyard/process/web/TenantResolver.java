package io.renderyard.process.web;

import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.kernel.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
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
 * Gives a controller the tenant or credential it asks for as a parameter, and lets nobody in without one that may do
 * what is asked, and not more often than it may. Such a parameter stands first, so that a wrong credential is refused
 * before the body is looked at.
 */
@Component
class TenantResolver implements HandlerMethodArgumentResolver {
    private final CredentialVerifier credentials;
    private final RateGate rates;

    TenantResolver(CredentialVerifier credentials, RateGate rates) {
        this.credentials = credentials;
        this.rates = rates;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == TenantId.class || type == Credential.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Credential credential = AuthorizationHeader.read(request.getHeader(HttpHeaders.AUTHORIZATION))
                .flatMap(credentials::verify)
                .orElseThrow(UnauthorizedException::new);
        MDC.put("tenant", credential.tenant().toString());
        HttpServletRequest asked = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
        for (Scope needed : NeededScopes.of(parameter, asked.getMethod())) {
            ForbiddenException.unless(credential, needed);
        }
        HttpServletResponse answer = Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
        rates.pass(credential, parameter.getContainingClass(), asked, answer);
        return parameter.getParameterType() == TenantId.class ? credential.tenant() : credential;
    }
}
