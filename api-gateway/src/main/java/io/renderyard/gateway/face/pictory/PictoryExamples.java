package io.renderyard.gateway.face.pictory;

/** Requests that the API's description shows. */
final class PictoryExamples {
    static final String PROMPT = """
            {"prompt": "a lighthouse in fog, low angle"}""";

    static final String ALL = """
            {
              "prompt": "a lighthouse in fog, low angle",
              "model": "seedream3.0",
              "aspectRatio": "16:9",
              "style": "vintage",
              "referenceImageUrl": "https://example.com/lighthouse.png",
              "webhook": "https://example.com/painted"
            }""";

    static final String CLIENT = """
            {"client_id": "0193f0aa-0000-7000-8000-000000000000", "client_secret": "pictai_…"}""";

    private PictoryExamples() {}
}
