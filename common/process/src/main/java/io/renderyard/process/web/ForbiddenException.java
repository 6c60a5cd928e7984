package io.renderyard.process.web;

import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.Scope;

/** The credential is a good one and may not do this. Each face says it in its own words. */
public final class ForbiddenException extends RuntimeException {
    public ForbiddenException(Scope missing) {
        super("The key lacks the permission " + missing.label() + ".", null, false, false);
    }

    /** Always there: names the permission. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** @throws ForbiddenException when the credential lacks the scope */
    public static void unless(Credential credential, Scope needed) {
        if (!credential.scopes().contains(needed)) {
            throw new ForbiddenException(needed);
        }
    }
}
