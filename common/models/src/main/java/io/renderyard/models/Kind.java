package io.renderyard.models;

/** Which API a provider speaks. */
public enum Kind {
    /** {@code /v1/images/generations}, at hosted services and local servers. */
    OPENAI(false, false),
    /** Google's {@code generateContent}. */
    GEMINI(true, true),
    /** ModelArk and Volcengine. */
    ARK(true, false),
    REPLICATE(true, false),
    TOGETHER(true, false),
    FAL(true, false),
    /** Black Forest Labs. */
    BFL(true, false),
    /** {@code /sdapi/v1} of AUTOMATIC1111, Forge and SD.Next. */
    SDAPI(false, true);

    private final boolean needsKey;
    private final boolean everyModelTakesReferences;

    Kind(boolean needsKey, boolean everyModelTakesReferences) {
        this.needsKey = needsKey;
        this.everyModelTakesReferences = everyModelTakesReferences;
    }

    /** False where a server of one's own may be open. */
    public boolean needsKey() {
        return needsKey;
    }

    /** False where only the model named for references takes them. */
    public boolean everyModelTakesReferences() {
        return everyModelTakesReferences;
    }
}
