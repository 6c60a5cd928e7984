package io.renderyard.db.artifact;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.renderyard.kernel.artifact.Receipt;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Receipts as they lie in the ledger: an older reader passes over what a newer writer added, and a newer one takes a list
 * that an older one did not write for empty.
 */
@Component
public class ReceiptCodec {
    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .withConfigOverride(
                    List.class, lists -> lists.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .build();

    public String write(Receipt receipt) {
        return mapper.writeValueAsString(receipt);
    }

    Receipt read(String stored) {
        return mapper.readValue(stored, Receipt.class);
    }
}
