package io.renderyard.process.web;

import io.renderyard.kernel.limit.Level;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The headers in which a face tells what is left of a credential's rate. A face that has words of its own for it makes a
 * bean of this in the package of its controllers; it is asked for each request whose credential was counted, before its
 * controller is.
 */
public interface RateHeaders {
    void tell(Level level, HttpServletResponse response);
}
