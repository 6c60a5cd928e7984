/** What a page is kept from loading and showing: advertisements, trackers and consent banners, by maintained lists. */
@NullMarked
package io.renderyard.worker.blocking;

import org.jspecify.annotations.NullMarked;
