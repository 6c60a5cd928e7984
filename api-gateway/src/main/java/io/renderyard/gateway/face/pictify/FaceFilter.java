package io.renderyard.gateway.face.pictify;

import io.renderyard.process.limit.RateLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * This face lives at four places: {@code /}, {@code /v1}, {@code /pictify} and {@code /pictify/v1}. The controllers know
 * one of them, and this leads there from the others.
 */
@Component
class FaceFilter extends OncePerRequestFilter {
    /** The path as the client wrote it. */
    static final String ASKED = FaceFilter.class.getName() + ".asked";

    private final RateLimits limits;
    private final PictifyRateHeaders headers;

    FaceFilter(RateLimits limits, PictifyRateHeaders headers) {
        this.limits = limits;
        this.headers = headers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> path = FacePath.of(request.getRequestURI(), request.getHeader("Authorization"));
        if (path.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        request.setAttribute(ASKED, request.getRequestURI());
        // For answers to whom is not counted; a credential that is gets its own.
        headers.tell(limits.unlimited(), response);
        chain.doFilter(new At(request, path.get()), response);
    }

    private static final class At extends HttpServletRequestWrapper {
        private final String path;

        At(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
        }

        @Override
        public String getRequestURI() {
            return path;
        }

        @Override
        public StringBuffer getRequestURL() {
            StringBuffer asked = super.getRequestURL();
            return asked.replace(asked.length() - super.getRequestURI().length(), asked.length(), path);
        }

        @Override
        public String getServletPath() {
            return path;
        }
    }
}
