package io.renderyard.worker.devtools;

/** The bytes of CBOR (RFC 8949) that browsers use. */
final class Cbor {
    /** Of a first byte: what it begins. */
    static final int KIND = 0xe0;
    /** Of a first byte: the length or number, or how many bytes hold it. */
    static final int INFO = 0x1f;

    static final int ONE_BYTE = 24;
    static final int TWO_BYTES = 25;
    static final int FOUR_BYTES = 26;

    static final int POSITIVE = 0x00;
    static final int NEGATIVE = 0x20;
    static final int BYTE_STRING = 0x40;
    static final int TEXT = 0x60;

    static final int ARRAY = 0x9f;
    static final int MAP = 0xbf;
    static final int END = 0xff;

    static final int BYTES = 0xd6;
    static final int FALSE = 0xf4;
    static final int TRUE = 0xf5;
    static final int NULL = 0xf6;
    static final int DOUBLE = 0xfb;

    static final int ENVELOPE = 0xd8;
    /** An envelope: this, that, and four bytes of length. */
    static final short ENVELOPE_TAG = (short) 0xd818;

    static final byte ENVELOPE_LENGTH = 0x5a;
    static final int ENVELOPE_HEAD = 7;

    private Cbor() {}
}
