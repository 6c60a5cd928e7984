package io.renderyard.dispatcher.face.yard;

import io.renderyard.dialect.yard.ApiLinks;
import io.renderyard.dialect.yard.ManifestLine;
import io.renderyard.kernel.batch.Batch;
import io.renderyard.kernel.batch.BatchReader;
import io.renderyard.kernel.job.Job;
import io.renderyard.process.web.WebSettings;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Sends what came of each row, page by page, so that a batch of any size needs the same memory. */
@Component
class Manifests {
    private static final int PAGE = 1_000;

    private final BatchReader reader;
    private final JsonMapper json;
    private final ApiLinks links;

    Manifests(BatchReader reader, JsonMapper json, WebSettings web) {
        this.reader = reader;
        this.json = json;
        this.links = new ApiLinks(web.baseUrl());
    }

    /** How it is written. */
    enum Form {
        NDJSON(MediaType.APPLICATION_NDJSON_VALUE),
        CSV("text/csv;charset=UTF-8");

        private final String contentType;

        Form(String contentType) {
            this.contentType = contentType;
        }

        /** @param asked goes before what is accepted */
        static Form of(@Nullable String asked, @Nullable String accepted) {
            if (asked == null || asked.isEmpty()) {
                return accepted != null && accepted.contains("text/csv") ? CSV : NDJSON;
            }
            return switch (asked) {
                case "ndjson" -> NDJSON;
                case "csv" -> CSV;
                default -> throw Parameters.wrong("format", "must be ndjson or csv");
            };
        }
    }

    void send(Batch batch, Form form, HttpServletResponse response) throws IOException {
        response.setContentType(form.contentType);
        response.setHeader("Cache-Control", "no-store, private");
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
        if (form == Form.CSV) {
            out.write(ManifestLine.HEADER);
        }
        List<Job> page;
        int after = 0;
        do {
            page = reader.items(batch.tenant(), batch.id(), null, after, PAGE);
            for (Job item : page) {
                ManifestLine line = ManifestLine.of(item, links);
                out.write(form == Form.CSV ? line.csv() : json.writeValueAsString(line) + '\n');
                after = line.row();
            }
        } while (page.size() == PAGE);
        out.flush();
    }
}
