/**
 * Draws pictures: Selenium owns each browser's life, renders go over one wire of {@code worker.devtools} per browser.
 * {@link io.renderyard.worker.browser.BrowserFleet} is the way in. The only package that knows Selenium, and what to say
 * to Chrome.
 */
@NullMarked
package io.renderyard.worker.browser;

import org.jspecify.annotations.NullMarked;
