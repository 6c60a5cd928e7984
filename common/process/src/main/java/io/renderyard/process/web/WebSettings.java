package io.renderyard.process.web;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code renderyard.web}.
 *
 * @param baseUrl origin under which clients reach the farm; links in answers and deliveries begin with it
 */
@ConfigurationProperties(prefix = "renderyard.web", ignoreUnknownFields = false)
public record WebSettings(
        @DefaultValue("http://localhost:8080") URI baseUrl) {
    public WebSettings {
        if (baseUrl.getHost() == null) {
            throw new IllegalArgumentException(
                    "renderyard.web.base-url must be an absolute address such as https://render.example.com; it is "
                            + baseUrl);
        }
    }
}
