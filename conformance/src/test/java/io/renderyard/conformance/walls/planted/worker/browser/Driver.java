package io.renderyard.conformance.walls.planted.worker.browser;

import io.renderyard.conformance.walls.Keeps;
import io.renderyard.conformance.walls.Wall;
import okhttp3.WebSocket;
import org.openqa.selenium.WebDriver;

/** Selenium and DevTools at home. */
@Keeps({Wall.SELENIUM_ONLY_IN_THE_BROWSER, Wall.SOCKETS_ONLY_IN_EGRESS})
record Driver(WebDriver driver, WebSocket socket) {}
