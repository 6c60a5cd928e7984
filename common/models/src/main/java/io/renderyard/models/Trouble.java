package io.renderyard.models;

/** Why there is no picture, by what helps. */
public enum Trouble {
    /** Too much at once: wait, and ask for less. */
    THROTTLED,
    /** The call failed on its way or at the provider: it may work in a moment. */
    TRANSIENT,
    /** The provider gave the job up: it may work when it is submitted anew. */
    ABANDONED,
    /** The provider does not know the job (any more): submit it anew. */
    FORGOTTEN,
    /** It answered, but without a picture that can be used: once more may help. */
    USELESS,
    /** It does not paint this: only other words help. */
    POLICY,
    /** It cannot use the reference: only another one helps. */
    REFERENCE,
    /** It does not understand us: a fault here or in the settings, or its API has changed. */
    BAD_REQUEST,
    /** Key or credit: nothing works there until the operator mends it. */
    ACCOUNT,
    /** There is no such model (any more): another one must be named. */
    GONE_MODEL
}
