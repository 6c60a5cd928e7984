package io.renderyard.kernel.tenant;

import java.time.Instant;
import java.util.UUID;

/**
 * A credential as its owner manages it, without its secret.
 *
 * @param id public: the user name of Basic
 * @param name the one in the grant, or one that was made up
 * @param updatedAt when its grant was given
 */
public record ApiKey(UUID id, String name, Grant grant, Instant createdAt, Instant updatedAt) {}
