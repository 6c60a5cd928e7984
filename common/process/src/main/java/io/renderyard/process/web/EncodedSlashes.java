package io.renderyard.process.web;

import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Lets an id have a slash in it, percent-encoded: it is none of ours, and its client is told so in the usual shape. */
@Component
class EncodedSlashes implements WebServerFactoryCustomizer<TomcatWebServerFactory> {
    @Override
    public void customize(TomcatWebServerFactory factory) {
        factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue()));
    }
}
