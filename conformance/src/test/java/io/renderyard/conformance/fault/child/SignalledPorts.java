package io.renderyard.conformance.fault.child;

import io.renderyard.kernel.artifact.ArtifactStore;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.util.ClassUtils;

/** Puts a signal before and after the methods of every port in an application. */
final class SignalledPorts implements BeanPostProcessor {
    private final TestSignals signals;

    SignalledPorts(TestSignals signals) {
        this.signals = signals;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (!Point.isPort(bean)) {
            return bean;
        }
        Object port = bean instanceof ArtifactStore store ? new FaultyStore(store, signals.store()) : bean;
        return Proxy.newProxyInstance(
                bean.getClass().getClassLoader(), ClassUtils.getAllInterfaces(bean), new Signalled(port, signals));
    }

    private record Signalled(Object bean, TestSignals signals) implements InvocationHandler {
        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            pass(method, Point.When.BEFORE);
            Object result;
            try {
                result = method.invoke(bean, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            pass(method, Point.When.AFTER);
            return result instanceof CompletableFuture<?> promise ? promise.whenComplete(answered(method)) : result;
        }

        private BiConsumer<@Nullable Object, @Nullable Throwable> answered(Method method) {
            return (_, _) -> {
                try {
                    pass(method, Point.When.ANSWERED);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            };
        }

        /** A method that cannot say that it was interrupted leaves that to the next one that can. */
        private void pass(Method method, Point.When when) throws InterruptedException {
            Optional<Point> point = Point.of(bean, method.getName(), when);
            if (point.isEmpty()) {
                return;
            }
            try {
                signals.pass(point.get());
            } catch (InterruptedException e) {
                if (Arrays.asList(method.getExceptionTypes()).contains(InterruptedException.class)) {
                    throw e;
                }
                Thread.currentThread().interrupt();
            }
        }
    }
}
