package io.renderyard.db.artifact;

import io.renderyard.kernel.artifact.Receipt;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Receipts as they lie in the ledger; an older reader passes over what a newer writer added. */
@Component
public class ReceiptCodec {
    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    public String write(Receipt receipt) {
        return mapper.writeValueAsString(receipt);
    }

    Receipt read(String stored) {
        return mapper.readValue(stored, Receipt.class);
    }
}
