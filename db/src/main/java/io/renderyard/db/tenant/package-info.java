/** Tenants and their credentials. */
@NullMarked
package io.renderyard.db.tenant;

import org.jspecify.annotations.NullMarked;
