package io.renderyard.gateway;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings under {@code renderyard.gateway}.
 *
 * @param maxBody largest body of a submission
 * @param dispatcherUrl where polls are handed on to; unset where an ingress routes them, or one process does both
 */
@ConfigurationProperties(prefix = "renderyard.gateway", ignoreUnknownFields = false)
public record GatewaySettings(
        @DefaultValue("10MB") DataSize maxBody, @Nullable URI dispatcherUrl) {}
