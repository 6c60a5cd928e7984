package io.renderyard.conformance.walls;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.Set;

/** Which of our packages may touch which library. */
final class LibraryWalls {
    /** Types that open a socket, resolve a name or speak HTTP; packages end in a dot. */
    private static final Set<String> OUTSIDE = Set.of(
            "java.net.Socket",
            "java.net.ServerSocket",
            "java.net.DatagramSocket",
            "java.net.MulticastSocket",
            "java.net.InetAddress",
            "java.net.Inet4Address",
            "java.net.Inet6Address",
            "java.net.InetSocketAddress",
            "java.net.URLConnection",
            "java.net.HttpURLConnection",
            "java.net.JarURLConnection",
            "java.net.http.",
            "java.nio.channels.SocketChannel",
            "java.nio.channels.ServerSocketChannel",
            "java.nio.channels.AsynchronousSocketChannel",
            "java.nio.channels.AsynchronousServerSocketChannel",
            "java.nio.channels.DatagramChannel",
            "javax.naming.",
            "javax.net.",
            "javax.net.ssl.HttpsURLConnection",
            "okhttp3.",
            "org.springframework.http.client.",
            "org.springframework.web.client.",
            "org.springframework.web.reactive.function.client.");

    private LibraryWalls() {}

    static ArchRule selenium(String root) {
        return onlyIn(
                packages(root, "worker.browser", "worker.devtools"),
                resideInAnyPackage("org.openqa.selenium..")
                        .or(DescribedPredicate.describe(
                                "the DevTools socket", type -> type.getName().startsWith("okhttp3.WebSocket"))));
    }

    static ArchRule amqp(String root) {
        return onlyIn(
                packages(root, "db.doorbell")
                        .or(classes(
                                root, "worker.listening.RabbitJobConsumer", "dispatcher.delivery.RabbitEventConsumer")),
                resideInAnyPackage("org.springframework.amqp..", "com.rabbitmq.."));
    }

    /** The library reaches for files, logs and scripts; only its module knows how to keep it from that. */
    static ArchRule handlebars(String root) {
        return onlyIn(packages(root, "handlebars"), resideInAnyPackage("com.github.jknack.handlebars.."));
    }

    static ArchRule sql(String root) {
        return onlyIn(
                packages(root, "db"),
                resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "jakarta.persistence..",
                        "org.hibernate..",
                        "org.postgresql..",
                        "org.flywaydb..",
                        "org.springframework.jdbc..",
                        "org.springframework.orm..",
                        "org.springframework.data.."));
    }

    /**
     * Spring's names for a database that failed say nothing of SQL, yet they are the database's. Outside of {@code db}
     * they are caught where they become an answer, and in the loops that must outlive a lost database.
     */
    static ArchRule dataAccessFailures(String root) {
        return onlyIn(
                packages(root, "db", "process.web")
                        .or(classes(
                                root,
                                "worker.attempt.AttemptRunner",
                                "worker.attempt.Claimer",
                                "worker.retention.Keeper",
                                "dispatcher.Rounds",
                                "dispatcher.delivery.Deliveries",
                                "dispatcher.sweeping.Sweeper")),
                resideInAnyPackage("org.springframework.dao.."));
    }

    /**
     * Chrome is driven through its DevTools socket and the embedded database needs a free port and its own archive from
     * the class path: both stay on this machine, so egress has nothing to judge.
     */
    static ArchRule sockets(String root) {
        return onlyIn(
                packages(root, "egress", "worker.browser", "worker.devtools", "db.embedded"),
                DescribedPredicate.describe("open sockets, resolve names or speak HTTP", LibraryWalls::outside));
    }

    private static boolean outside(JavaClass type) {
        String name = type.getName();
        return OUTSIDE.stream().anyMatch(each -> each.endsWith(".") ? name.startsWith(each) : name.equals(each));
    }

    private static ArchRule onlyIn(
            DescribedPredicate<? super JavaClass> home, DescribedPredicate<? super JavaClass> library) {
        return noClasses().that(not(home)).should().dependOnClassesThat(library);
    }

    private static DescribedPredicate<JavaClass> packages(String root, String... names) {
        return resideInAnyPackage(
                Arrays.stream(names).map(name -> root + "." + name + "..").toArray(String[]::new));
    }

    private static DescribedPredicate<JavaClass> classes(String root, String... names) {
        Set<String> full =
                Set.of(Arrays.stream(names).map(name -> root + "." + name).toArray(String[]::new));
        return DescribedPredicate.describe("are one of " + full, type -> full.contains(Outermost.name(type)));
    }
}
