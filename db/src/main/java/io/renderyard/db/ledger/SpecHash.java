package io.renderyard.db.ledger;

import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.job.Submission;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.tenant.TenantId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Names a picture by all that decides it: tenant, spec and variables. Keyed, since the secrets in a spec are part of
 * it: without the master key nobody can try out which ones were meant.
 */
@Component
public class SpecHash {
    private final SpecCodec specs;
    private final MasterKey key;

    SpecHash(SpecCodec specs, MasterKey key) {
        this.specs = specs;
        this.key = key;
    }

    UUID of(Submission submission) {
        return of(submission.tenant(), digest(submission.spec()), submission.variables());
    }

    /** @param spec its {@link #digest}, worked out once for all rows of a batch */
    public UUID of(TenantId tenant, String spec, Variables variables) {
        String variablesText = specs.sorted(variables);
        ByteBuffer hash = ByteBuffer.wrap(key.hash("spec\n" + tenant + '\n' + spec + '\n' + variablesText));
        return new UUID(hash.getLong(), hash.getLong());
    }

    public String digest(RenderSpec spec) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(specs.open(spec)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every JDK", e);
        }
    }
}
