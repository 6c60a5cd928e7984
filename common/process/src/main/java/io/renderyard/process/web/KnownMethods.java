package io.renderyard.process.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Knows how else a path may be asked for. */
@Component
public class KnownMethods {
    private final RequestMappingHandlerMapping mappings;

    KnownMethods(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /** @param except a controller that does not count */
    public Set<String> of(HttpServletRequest request, Class<?> except) {
        Set<String> methods = new TreeSet<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType() != except && isAbout(mapping, request)) {
                mapping.getMethodsCondition().getMethods().stream()
                        .map(RequestMethod::name)
                        .forEach(methods::add);
            }
        });
        return methods;
    }

    private static boolean isAbout(RequestMappingInfo mapping, HttpServletRequest request) {
        var patterns = mapping.getPathPatternsCondition();
        return patterns != null && patterns.getMatchingCondition(request) != null;
    }
}
