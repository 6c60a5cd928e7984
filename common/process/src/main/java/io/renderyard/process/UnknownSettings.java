package io.renderyard.process;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.stereotype.Component;

/**
 * Stops the start when a setting under our prefix belongs to no part that we know. A misspelt limit that is silently
 * ignored is worse than no start. Each part checks the names below its own prefix itself.
 */
@Component
class UnknownSettings implements BeanFactoryPostProcessor, EnvironmentAware {
    private static final String PREFIX = "renderyard.";
    private static final Set<String> PARTS = Set.of(
            "ledger",
            "doorbell",
            "storage",
            "egress",
            "web",
            "limits",
            "prompt",
            "gateway",
            "worker",
            "dispatcher",
            "standalone");

    private Iterable<PropertySource<?>> sources = List.of();

    /** Told, not injected: it runs before anything can be injected. */
    @Override
    public void setEnvironment(Environment environment) {
        sources = ((ConfigurableEnvironment) environment).getPropertySources();
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        Set<String> unknown = new TreeSet<>();
        StreamSupport.stream(sources.spliterator(), false)
                // The machine's environment variables are not ours alone.
                .filter(source ->
                        !source.getName().startsWith(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME))
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Set.of(((EnumerablePropertySource<?>) source).getPropertyNames()).stream())
                .filter(name -> name.startsWith(PREFIX))
                .filter(name -> !PARTS.contains(name.substring(PREFIX.length()).split("[.\\[]", 2)[0]))
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("Unknown settings " + unknown + "; known parts under '" + PREFIX + "' are "
                    + new TreeSet<>(PARTS) + ". See docs/configuration.md.");
        }
    }
}
