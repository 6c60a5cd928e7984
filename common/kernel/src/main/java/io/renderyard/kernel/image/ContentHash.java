package io.renderyard.kernel.image;

import java.util.UUID;

/** Names a definition by its content, within one tenant. Keyed, so that nobody without the master key can make one. */
public record ContentHash(UUID value) {
    private static final long VERSION = 0xF000L;
    private static final long VERSION_8 = 0x8000L;
    private static final long VARIANT = 0xC000_0000_0000_0000L;
    private static final long RFC_VARIANT = 0x8000_0000_0000_0000L;

    /** The address that all images of this content share: a version 8 UUID (RFC 9562), which no other way of making ids gives. */
    public ImageId id() {
        return new ImageId(new UUID(
                value.getMostSignificantBits() & ~VERSION | VERSION_8,
                value.getLeastSignificantBits() & ~VARIANT | RFC_VARIANT));
    }
}
