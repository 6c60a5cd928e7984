package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.CsvSheet;
import io.renderyard.dialect.pictify.FieldProblem;
import io.renderyard.dialect.pictify.SheetAddress;
import io.renderyard.dialect.pictify.SheetView;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.process.web.Needs;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes sheets of values for batches; section 7.7. */
@RestController
@Tag(name = "Pictify face")
class PictifySheetController {
    private static final String FILE = "file";
    private static final int MEGABYTE = 1024 * 1024;

    /** Bytes: the address has a third more, and must fit into the body of a request. */
    private final int most;

    PictifySheetController(BoundedBody bodies) {
        this.most = Math.toIntExact(bodies.limit() * 7 / 10);
    }

    @Operation(
            summary = "Upload a sheet of values",
            description = "A form (multipart/form-data) with the part file: CSV in UTF-8, whose first row names the"
                    + " columns. The url of the answer is the sheet itself; it is not kept.")
    @PostMapping("/pictify/templates/upload-csv")
    SheetView upload(
            @Parameter(hidden = true) @Needs(Scope.IMAGES_CREATE) Credential credential,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Part file = part(request);
        if (file == null) {
            throw Refusal.of(List.of(
                    new FieldProblem(FILE, "is required, as a part of a form (multipart/form-data)", "required")));
        }
        SheetAddress.Uploaded sheet = new SheetAddress.Uploaded(bytes(file));
        List<String> unused = Refusal.orElse(CsvSheet.columns(FILE, sheet.csv()));
        return SheetView.of(sheet, Objects.requireNonNullElse(file.getSubmittedFileName(), "sheet.csv"));
    }

    private @Nullable Part part(HttpServletRequest request) throws IOException {
        try {
            return request.getPart(FILE);
        } catch (ServletException notAForm) {
            return null;
        } catch (IllegalStateException limit) {
            throw tooLarge();
        }
    }

    private byte[] bytes(Part file) throws IOException {
        try (InputStream open = file.getInputStream()) {
            byte[] bytes = open.readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge();
            }
            return bytes;
        }
    }

    private Refusal tooLarge() {
        return Refusal.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "payload too large",
                "A sheet may have %d MB here. Put a larger one behind a URL, up to 10 MB, and send that as csvUrl."
                        .formatted(most / MEGABYTE));
    }
}
