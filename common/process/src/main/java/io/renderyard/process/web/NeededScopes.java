package io.renderyard.process.web;

import io.renderyard.kernel.tenant.Scope;
import java.util.List;
import org.springframework.core.MethodParameter;

/** Which scopes a request needs: those that its controller names, else one by the method. */
final class NeededScopes {
    private NeededScopes() {}

    static List<Scope> of(MethodParameter parameter, String method) {
        Needs named = parameter.getParameterAnnotation(Needs.class);
        return named == null ? List.of(of(method)) : List.of(named.value());
    }

    /** What is no reading and no deleting makes or steers something. */
    private static Scope of(String method) {
        return switch (method) {
            case "GET", "HEAD" -> Scope.IMAGES_READ;
            case "DELETE" -> Scope.IMAGES_DELETE;
            default -> Scope.IMAGES_CREATE;
        };
    }
}
