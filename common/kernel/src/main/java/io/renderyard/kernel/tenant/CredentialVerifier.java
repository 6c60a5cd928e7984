package io.renderyard.kernel.tenant;

import java.util.Optional;

/** Tells whose credential was presented, and what it may do. */
public interface CredentialVerifier {
    /** Empty when it is unknown, revoked or wrong; from outside these cannot be told apart. */
    Optional<Credential> verify(PresentedCredential presented);
}
