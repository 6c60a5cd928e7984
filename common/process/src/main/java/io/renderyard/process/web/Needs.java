package io.renderyard.process.web;

import io.renderyard.kernel.tenant.Scope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a parameter for the tenant or credential: what the credential must be allowed to do, all of it. Nothing when it is
 * empty. Where it is missing, the method of the request decides.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    Scope[] value();
}
