package io.renderyard.worker.browser;

import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import java.util.ArrayList;
import java.util.List;

/** All sittings of one render: one, but for a document that is put together from several pages. */
record Shoot(RenderSpec spec, Browser browser, Studio studio) {
    Exposure hold() throws DevToolsException, RenderException, InterruptedException {
        Exposure first = sit(spec);
        if (!(spec.format() instanceof PictureFormat.Pdf pdf && first instanceof Exposure.Sheets sheets)
                || pdf.more().isEmpty()) {
            return first;
        }
        List<byte[]> documents = new ArrayList<>(sheets.documents());
        int all = 1 + pdf.more().size();
        studio.progress().progressed(1, all);
        for (Source source : pdf.more()) {
            if (sit(spec.with(source)) instanceof Exposure.Sheets further) {
                documents.addAll(further.documents());
            }
            studio.progress().progressed(documents.size(), all);
        }
        return new Exposure.Sheets(List.copyOf(documents));
    }

    private Exposure sit(RenderSpec one) throws DevToolsException, RenderException, InterruptedException {
        try (Stage stage = Stage.set(browser, one, studio.deadline())) {
            return new Sitting(one, stage.tab(), studio).hold();
        }
    }
}
