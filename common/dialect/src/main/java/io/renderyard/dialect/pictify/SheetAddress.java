package io.renderyard.dialect.pictify;

import io.renderyard.dialect.field.AddressReader;
import io.renderyard.dialect.field.Violations;
import java.net.URI;
import java.util.Base64;
import java.util.List;

/** Where a sheet of values is; sections 7.7 and 10.1. */
public sealed interface SheetAddress {
    /** Of an uploaded one. All of it is in its address, so that nothing of it has to be kept, nor guarded from others. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Uploaded(byte[] csv) implements SheetAddress {
        private static final String PREFIX = "data:text/csv;base64,";

        public String url() {
            return PREFIX + Base64.getEncoder().encodeToString(csv);
        }
    }

    /** Of one that somebody else serves. */
    record Remote(URI url) implements SheetAddress {}

    /** @param field that the client sent it in */
    static Reading<SheetAddress> read(String field, String text) {
        if (text.startsWith(Uploaded.PREFIX)) {
            try {
                byte[] csv = Base64.getDecoder().decode(text.substring(Uploaded.PREFIX.length()));
                return new Reading.Understood<>(new Uploaded(csv));
            } catch (IllegalArgumentException e) {
                return wrong(field, "must be all of what the upload answered with");
            }
        }
        Violations violations = new Violations();
        URI address = new AddressReader(violations).read(field, text);
        return address == null
                ? wrong(field, "must be an http or https address, or what the upload answered with")
                : new Reading.Understood<>(new Remote(address));
    }

    private static <T> Reading<T> wrong(String field, String message) {
        return new Reading.Wrong<>(List.of(new FieldProblem(field, message, FieldProblem.INVALID_FORMAT)));
    }
}
