package io.renderyard.models.wire;

import io.renderyard.models.ModelFailure;
import io.renderyard.models.Trouble;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Servers that share the API differ in where they take what it has no field for. */
enum OpenAiServer {
    /** Refuses fields it does not know, so it is sent neither seed nor negative words. */
    PLAIN("plain", false) {
        @Override
        Fields wished(Order order) {
            return new Fields().with("prompt", order.wish().words());
        }
    },
    /** stable-diffusion.cpp reads a block of JSON among the words. */
    SD_SERVER("sd-server", false) {
        @Override
        Fields wished(Order order) {
            Fields extra = new Fields()
                    .with("negative_prompt", order.negative() == null ? null : withoutTag(order.negative()))
                    .with("seed", order.wish().seed())
                    .overlaid(order.extraArguments());
            String words = withoutTag(order.wish().words());
            return new Fields()
                    .with(
                            "prompt",
                            extra.asMap().isEmpty()
                                    ? words
                                    : words + " <sd_cpp_extra_args>" + Json.MAPPER.writeValueAsString(extra.asMap())
                                            + "</sd_cpp_extra_args>");
        }
    },
    /** Reads negative words behind a bar. */
    LOCALAI("localai", true) {
        @Override
        Fields wished(Order order) {
            String words = order.wish().words().replace('|', ' ');
            return new Fields()
                    .with("prompt", order.negative() == null ? words : words + "|" + order.negative())
                    .with("seed", order.wish().seed());
        }
    },
    /** vLLM-Omni has fields of its own. */
    VLLM("vllm", false) {
        @Override
        Fields wished(Order order) {
            return new Fields()
                    .with("prompt", order.wish().words())
                    .with("negative_prompt", order.negative())
                    .with("seed", order.wish().seed());
        }
    };

    private final String word;
    private final boolean takesReferencesInJson;

    OpenAiServer(String word, boolean takesReferencesInJson) {
        this.word = word;
        this.takesReferencesInJson = takesReferencesInJson;
    }

    /** The block is the operator's: nobody else is to say how many steps are made. */
    private static String withoutTag(String words) {
        return words.replaceAll("(?i)sd_cpp_extra_args", " ");
    }

    /** The prompt and what goes with it. */
    abstract Fields wished(Order order);

    /** Instead of in a form to {@code /edits}. */
    boolean takesReferencesInJson() {
        return takesReferencesInJson;
    }

    static OpenAiServer named(@Nullable String word) throws ModelFailure {
        if (word == null) {
            return PLAIN;
        }
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new ModelFailure(
                        Trouble.BAD_REQUEST,
                        "the option server must be one of "
                                + Arrays.stream(values()).map(each -> each.word).collect(Collectors.joining(", "))));
    }
}
