package io.renderyard.worker.fleet;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.TrafficLimits;
import io.renderyard.worker.WorkerSettings;
import io.renderyard.worker.blocking.FilterLists;
import io.renderyard.worker.browser.BrowserFleet;
import io.renderyard.worker.browser.BrowserSettings;
import io.renderyard.worker.browser.Chrome;
import io.renderyard.worker.browser.Extras;
import io.renderyard.worker.browser.Recycling;
import io.renderyard.worker.browser.RunFolder;
import io.renderyard.worker.cell.Limits;
import io.renderyard.worker.installed.NodePackages;
import java.nio.file.Path;
import java.util.Locale;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Chrome behind the port. Without {@code @Configuration} on purpose, so that the worker's own scan does not find it:
 * whoever starts a worker names it, or starts no browser.
 */
public class FleetConfiguration {
    @Bean
    BrowserFleet browserFleet(WorkerSettings settings, EgressPolicy policy, MeterRegistry meters) {
        WorkerSettings.Browser configured = settings.browser();
        TrafficLimits traffic =
                new TrafficLimits(configured.requests(), configured.traffic().toBytes());
        BrowserFleet fleet =
                new BrowserFleet(browsers(settings), port -> new ProxyGate(policy, traffic, port), extras(settings));
        FunctionCounter.builder("renderyard.browser.restarts", fleet, BrowserFleet::restarts)
                .description("Browsers that were replaced because they died, hung or took too much")
                .register(meters);
        FunctionCounter.builder("renderyard.browser.started", fleet, BrowserFleet::started)
                .description("Browsers that were started")
                .register(meters);
        FunctionCounter.builder("renderyard.browser.reaped", fleet, BrowserFleet::reaped)
                .description("Browsers of which nothing is left")
                .register(meters);
        for (Recycling.Reason reason : Recycling.Reason.values()) {
            FunctionCounter.builder("renderyard.browser.recycled", fleet, one -> one.recycled(reason))
                    .description("Browsers that worked and were replaced")
                    .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                    .register(meters);
        }
        return fleet;
    }

    private static Extras extras(WorkerSettings settings) {
        Path lists = settings.filterLists();
        Path packages = settings.nodePackages();
        return new Extras(
                lists == null ? FilterLists.USUAL_FOLDER : lists,
                new NodePackages(packages == null ? Path.of("node_modules") : packages));
    }

    private static BrowserSettings browsers(WorkerSettings settings) {
        WorkerSettings.Browser configured = settings.browser();
        Path folder = configured.folder() == null ? RunFolder.ofThisProcess() : configured.folder();
        Path binary = configured.binary();
        Path driver = configured.driver();
        Chrome chrome = binary != null && driver != null ? new Chrome(binary, driver) : Chrome.find();
        return new BrowserSettings(
                settings.browsers(),
                chrome.browser(),
                chrome.driver(),
                configured.user(),
                folder,
                new Limits(configured.memory().toBytes(), configured.tasks(), configured.cpu()),
                new Recycling(
                        configured.recycleMemory().toBytes(), configured.recycleAge(), configured.recycleRenders()));
    }

    /** Only looks; a probe never starts a browser. */
    @Bean
    HealthIndicator browsersHealthIndicator(BrowserFleet fleet) {
        return () -> fleet.healthy()
                ? Health.up().withDetail("restarts", fleet.restarts()).build()
                : Health.down()
                        .withDetail("reason", "no browser is up; see the worker's log")
                        .build();
    }
}
