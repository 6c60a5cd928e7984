package io.renderyard.kernel.image;

import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows images. Their pictures are drawn by jobs; which one drew what is noted here. */
public interface ImageLedger {
    ContentHash hash(TenantId tenant, String definition);

    /** A new id, greater than all before it. */
    ImageId next();

    /** Also when it was deleted. Whoever knows the id may ask. */
    Optional<Image> find(ImageId id);

    /** What it is drawn from, in the words of the face that took it; empty when it was deleted. */
    Optional<String> findDefinition(ImageId id);

    /** The youngest image of the same content that is not older than the window. */
    Optional<ImageId> findTwin(TenantId tenant, ContentHash content, Duration window);

    /**
     * Writes the image and who draws it, in one transaction. One that is there already stays as it is; one that was
     * deleted is there again.
     */
    void record(NewImage image, Rendition rendition, JobId job);

    /** Notes who draws it now. Passes over an image that was deleted meanwhile, whose new job nobody needs. */
    void drawnBy(ImageId id, Rendition rendition, JobId job);

    /** Who draws it, or drew it; empty when nobody has. */
    Optional<JobId> drawing(ImageId id, Rendition rendition);

    /**
     * Deletes what they are drawn from, calls off their jobs and expires their pictures: the addresses answer "gone" from
     * then on, and the bytes are deleted within a round of retention. Repeatable: dying half-way leaves images that are
     * gone, whose pictures nobody can ask for and retention takes away in its time.
     *
     * @return those that there are or were; unknown ones are passed over
     */
    Set<ImageId> delete(TenantId tenant, Set<ImageId> ids);

    /** Newest first, without the deleted ones; those before an image, or from the newest when null. */
    List<Image> page(TenantId tenant, @Nullable ImageId before, int limit);
}
