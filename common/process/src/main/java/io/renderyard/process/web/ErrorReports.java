package io.renderyard.process.web;

import org.apache.catalina.Host;
import org.apache.catalina.Pipeline;
import org.apache.catalina.Valve;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.TomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts our {@link ErrorReport} in the place of the server's page. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorReports implements WebServerFactoryCustomizer<TomcatWebServerFactory> {
    @Override
    public void customize(TomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> replace((Host) context.getParent()));
    }

    private static void replace(Host host) {
        Pipeline pipeline = host.getPipeline();
        for (Valve valve : pipeline.getValves()) {
            if (valve instanceof ErrorReportValve) {
                pipeline.removeValve(valve);
            }
        }
        pipeline.addValve(new ErrorReport());
        // Else the host would add the one it knows when it starts.
        ((StandardHost) host).setErrorReportValveClass(ErrorReport.class.getName());
    }
}
