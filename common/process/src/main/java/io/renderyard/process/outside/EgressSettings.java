package io.renderyard.process.outside;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code renderyard.egress}.
 *
 * @param allow address ranges such as {@code 10.1.0.0/16} that may be contacted although they are not public
 */
@ConfigurationProperties(prefix = "renderyard.egress", ignoreUnknownFields = false)
record EgressSettings(@DefaultValue List<String> allow) {}
