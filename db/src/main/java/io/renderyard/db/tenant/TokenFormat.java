package io.renderyard.db.tenant;

import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.tenant.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * How access tokens look: a JSON Web Token that names a credential and its own end, signed under the master key. None is
 * kept. Of other people's tokens only the look is known: with another header than ours, or another signature, they are
 * nothing.
 */
@Component
class TokenFormat {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER =
            BASE64.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8));
    private static final Pattern FORM =
            Pattern.compile("(?<signed>(?<header>eyJ[\\w-]*)\\.(?<claims>[\\w-]{1,512}))\\.(?<signature>[\\w-]{43})");

    private final MasterKey masterKey;
    private final InstantSource clock;
    private final JsonMapper json = new JsonMapper();

    TokenFormat(MasterKey masterKey, InstantSource clock) {
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /**
     * What a token says.
     *
     * @param sub the credential's id
     * @param exp seconds of the epoch; from then on it says nothing
     */
    private record Claims(UUID sub, long exp) {}

    /** Whether it looks like a token, ours or not. */
    static boolean matches(Secret presented) {
        return FORM.matcher(presented.reveal()).matches();
    }

    Secret write(UUID credential, Instant end) {
        byte[] claims = json.writeValueAsBytes(new Claims(credential, end.getEpochSecond()));
        String signed = HEADER + '.' + BASE64.encodeToString(claims);
        return new Secret(signed + '.' + signature(signed));
    }

    /** The credential that it stands for; empty when it is over, or was not made here. */
    Optional<UUID> read(Secret token) {
        Matcher form = FORM.matcher(token.reveal());
        boolean ours = form.matches()
                && form.group("header").equals(HEADER)
                && isEqual(form.group("signature"), signature(form.group("signed")));
        if (!ours) {
            return Optional.empty();
        }
        Claims claims = json.readValue(Base64.getUrlDecoder().decode(form.group("claims")), Claims.class);
        return clock.instant().isBefore(Instant.ofEpochSecond(claims.exp()))
                ? Optional.of(claims.sub())
                : Optional.empty();
    }

    private String signature(String signed) {
        return BASE64.encodeToString(masterKey.sign(signed));
    }

    /** In constant time. */
    private static boolean isEqual(String presented, String expected) {
        return MessageDigest.isEqual(
                presented.getBytes(StandardCharsets.US_ASCII), expected.getBytes(StandardCharsets.US_ASCII));
    }
}
