package io.renderyard.worker.browser;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.rendering.ProgressListener;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Spool;
import java.io.IOException;
import java.nio.file.Path;

/** What every step of one render may use. */
record Studio(
        Landing landing, Notes notes, Extras extras, ProgressListener progress, Path spoolFolder, Deadline deadline) {
    Spool spool() throws RenderException {
        try {
            return Spool.in(spoolFolder);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    Path spooled(Spool spool, byte[] bytes) throws RenderException {
        try {
            return spool.add(bytes);
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private static RenderException noRoom(IOException e) {
        return new RenderException(
                FailureCode.STORAGE,
                "The worker has no room for the parts of this picture; the farm's operator can tell why.",
                e);
    }
}
