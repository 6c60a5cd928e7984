package io.renderyard.conformance.walls.planted.worker.attempt;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import org.openqa.selenium.WebDriver;

/** Selenium beside the browser. */
@Breaks(Wall.SELENIUM_ONLY_IN_THE_BROWSER)
record Driven(WebDriver driver) {}
