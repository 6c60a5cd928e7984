package io.renderyard.conformance.wire;

import io.renderyard.conformance.journey.Yard;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import tools.jackson.databind.JsonNode;

/** Gives every wire test a client of one and the same yard, which is started for the first and stopped after the last. */
final class OneYard implements ParameterResolver {
    /** @param clients one for each face, by its type */
    private record Started(Yard yard, Map<Class<?>, Object> clients) implements AutoCloseable {
        static Started standalone() {
            Yard yard = Yard.standalone();
            JsonNode credentials = yard.credentials();
            HctiClient hcti = HctiClient.of(
                    credentials.path("baseUrl").asString(),
                    credentials.path("apiId").asString(),
                    credentials.path("apiKey").asString());
            PictoryClient pictory = PictoryClient.of(credentials);
            return new Started(
                    yard,
                    Map.of(
                            HctiClient.class,
                            hcti,
                            PictoryClient.class,
                            pictory,
                            PictifyClient.class,
                            PictifyClient.of(credentials)));
        }

        @Override
        public void close() {
            yard.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type.equals(HctiClient.class) || type.equals(PictoryClient.class) || type.equals(PictifyClient.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Started started = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OneYard.class))
                .computeIfAbsent(Started.class, _ -> Started.standalone(), Started.class);
        return Objects.requireNonNull(
                started.clients().get(parameter.getParameter().getType()));
    }
}
