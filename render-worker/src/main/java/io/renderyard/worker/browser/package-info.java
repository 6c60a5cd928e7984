/**
 * Draws pictures: Selenium owns each browser's life, renders go over one direct DevTools socket per browser.
 * {@link io.renderyard.worker.browser.BrowserFleet} is the way in. The only package that knows Selenium and DevTools.
 */
@NullMarked
package io.renderyard.worker.browser;

import org.jspecify.annotations.NullMarked;
