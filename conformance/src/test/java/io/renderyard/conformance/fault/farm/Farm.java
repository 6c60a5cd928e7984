package io.renderyard.conformance.fault.farm;

import io.renderyard.conformance.fault.child.Kind;
import io.renderyard.conformance.fault.proxy.FaultProxy;
import io.renderyard.db.embedded.EmbeddedPostgres;
import io.renderyard.db.setup.Setup;
import io.renderyard.db.tenant.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * A farm of the test's own: PostgreSQL, RabbitMQ, a folder of artifacts, a gateway, a dispatcher, and as many fake workers
 * as are asked for. Its logs stay in {@code target/fault/NAME}.
 */
public final class Farm implements AutoCloseable {
    /** RabbitMQ as it comes. */
    public static final String PLAIN = "[].\n";

    /** One at a time: each starts the logging of this process anew, and two that do so at once have failed. */
    private static final Lock SETTING_UP = new ReentrantLock();

    private final Path folder;
    private final Path logs;
    private final Map<String, String> settings;
    private final PrivateDatabase database;
    private final PrivateBroker broker;
    private final List<AutoCloseable> open = new CopyOnWriteArrayList<>();
    private final FaultProxy brokerLine;
    private final Ledger ledger;
    private final Answers answers = new Answers();
    private volatile FarmProcess dispatcher;
    private final FarmProcess gateway;
    private final FarmClient client;

    private Farm(Path folder, String name, Plan plan, PrivateBroker broker, PrivateDatabase database)
            throws IOException {
        this.folder = folder;
        this.logs = Files.createDirectories(Jvm.folder().resolve(name));
        this.settings = plan.settings();
        this.broker = broker;
        this.database = database;
        this.ledger = new Ledger(database.server());
        this.brokerLine = FaultProxy.to(broker.address().getPort());
        this.open.add(brokerLine);
        setUp();
        this.dispatcher = start("dispatcher", Kind.DISPATCHER, Map.of()).awaitReady();
        this.gateway = gateway("gateway", Map.of()).awaitReady();
        this.client = client(gateway.port());
    }

    /**
     * What is special about a farm.
     *
     * @param rabbit settings of the broker in its advanced format
     * @param settings environment variables of all its processes
     */
    public record Plan(String rabbit, Map<String, String> settings) {
        public static Plan plain() {
            return new Plan(PLAIN, Map.of());
        }
    }

    /** @param name of the folder of its logs */
    public static Farm start(String name) {
        return start(name, Plan.plain());
    }

    /** @param rabbit settings of the broker in its advanced format */
    public static Farm start(String name, String rabbit) {
        return start(name, new Plan(rabbit, Map.of()));
    }

    public static Farm start(String name, Plan plan) {
        List<AutoCloseable> begun = new ArrayList<>();
        try {
            Path folder = Files.createTempDirectory("renderyard-fault-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            PrivateBroker broker =
                    PrivateBroker.start(Files.createDirectories(folder.resolve("rabbit")), plan.rabbit());
            begun.addFirst(broker);
            PrivateDatabase database = PrivateDatabase.start(folder.resolve("postgres"));
            begun.addFirst(database);
            return new Farm(folder, name, plan, broker, database);
        } catch (IOException | RuntimeException e) {
            close(begun);
            throw new IllegalStateException("The farm " + name + " did not start", e);
        }
    }

    /** Schema and first tenant, as an operator makes them before the first start. */
    private void setUp() {
        EmbeddedPostgres postgres = database.server();
        SETTING_UP.lock();
        try {
            Setup.main(new String[] {
                "--spring.datasource.url=" + postgres.jdbcUrl(),
                "--spring.datasource.username=" + postgres.username(),
                "--spring.datasource.password=" + postgres.password().reveal(),
                "--renderyard.ledger.secrets=" + folder.resolve("secrets")
            });
        } finally {
            SETTING_UP.unlock();
        }
    }

    private String credential() throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("secrets/credentials.json")))
                .path("apiKey")
                .asString();
    }

    private Map<String, String> environment() {
        return environment(database.server().port(), brokerLine.port());
    }

    private Map<String, String> environment(int databasePort, int brokerPort) {
        URI amqp = broker.address();
        EmbeddedPostgres postgres = database.server();
        Map<String, String> environment = new HashMap<>();
        environment.put(
                "SPRING_DATASOURCE_URL",
                postgres.jdbcUrl().replace(":" + postgres.port() + "/", ":" + databasePort + "/"));
        environment.put("SPRING_DATASOURCE_USERNAME", postgres.username());
        environment.put("SPRING_DATASOURCE_PASSWORD", postgres.password().reveal());
        // PostgreSQL has 100 for all of a farm.
        environment.put("SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "4");
        environment.put("SPRING_DATASOURCE_HIKARI_MINIMUMIDLE", "1");
        environment.put(
                "SPRING_RABBITMQ_ADDRESSES",
                "amqp://" + amqp.getRawUserInfo() + "@" + amqp.getHost() + ":" + brokerPort);
        environment.put("RENDERYARD_LEDGER_SECRETS", folder.resolve("secrets").toString());
        environment.put("RENDERYARD_STORAGE_FOLDER", artifacts().toString());
        environment.put("RENDERYARD_EGRESS_ALLOW", "127.0.0.0/8");
        environment.put("SERVER_PORT", "0");
        environment.putAll(settings);
        return environment;
    }

    private FarmProcess start(String name, Kind kind, Map<String, String> settings) {
        Map<String, String> environment = environment();
        environment.putAll(settings);
        FarmProcess process = FarmProcess.start(name, kind, environment, logs);
        open.addFirst(process);
        return process;
    }

    /** Starts a further gateway and does not wait for it. */
    public FarmProcess gateway(String name, Map<String, String> settings) {
        Map<String, String> polls = new HashMap<>(settings);
        polls.put("RENDERYARD_GATEWAY_DISPATCHERURL", "http://127.0.0.1:" + dispatcher.port());
        return start(name, Kind.GATEWAY, polls);
    }

    /** Starts a worker and does not wait for it. */
    public FarmProcess worker(String name, Map<String, String> settings) {
        Map<String, String> named = new HashMap<>(settings);
        named.put("RENDERYARD_WORKER_NAME", name);
        return start(name, Kind.WORKER, named);
    }

    /** So many ready workers, named {@code prefix-1} and so on. */
    public List<FarmProcess> workers(String prefix, int count, Map<String, String> settings) {
        List<FarmProcess> started = IntStream.rangeClosed(1, count)
                .mapToObj(number -> worker(prefix + "-" + number, settings))
                .toList();
        started.forEach(FarmProcess::awaitReady);
        return started;
    }

    /** A ready worker that reaches PostgreSQL and RabbitMQ by lines of its own. */
    public CuttableWorker cuttableWorker(String name, Map<String, String> settings) {
        FaultProxy toDatabase = FaultProxy.to(database.server().port());
        FaultProxy toBroker = FaultProxy.to(broker.address().getPort());
        open.addAll(List.of(toDatabase, toBroker));
        Map<String, String> cuttable = new HashMap<>(settings);
        cuttable.putAll(environment(toDatabase.port(), toBroker.port()));
        return new CuttableWorker(worker(name, cuttable).awaitReady(), toDatabase, toBroker);
    }

    /** A worker and its lines. */
    public record CuttableWorker(FarmProcess process, FaultProxy toDatabase, FaultProxy toBroker) {}

    /** Of the farm's own gateway and first tenant. */
    public FarmClient client() {
        return client;
    }

    /** The first tenant's, at another port: that of another gateway, or of something before it. */
    public FarmClient client(int port) throws IOException {
        return new FarmClient("http://127.0.0.1:" + port, credential(), answers);
    }

    /** Of the farm's own gateway and a new tenant. */
    public FarmClient newTenant(String name) {
        EmbeddedPostgres postgres = database.server();
        TestDatabase own = new TestDatabase(postgres.jdbcUrl(), postgres.username(), postgres.password());
        try (Ports ports = Ports.on(own, folder.resolve("secrets"), 1)) {
            String key = ports.part(Tenants.class).create(name).apiKey().reveal();
            return new FarmClient("http://127.0.0.1:" + gateway.port(), key, answers);
        }
    }

    /** The farm's own, which stands for all that are not asked for. */
    public FarmProcess gateway() {
        return gateway;
    }

    public PrivateDatabase database() {
        return database;
    }

    public BrokerHands broker() {
        return broker.hands();
    }

    /** By which gateways, dispatcher and workers reach the broker, but for those with a line of their own. */
    public FaultProxy brokerLine() {
        return brokerLine;
    }

    /** Puts the artifacts where there is room for so many megabytes and no more. Needs root, and no artifact yet. */
    public void boundArtifacts(int megabytes) throws IOException {
        open.add(BoundedFolder.mount(Files.createDirectories(artifacts()), megabytes));
    }

    /** {@code kill -9}, and another one at the same port, which is ready when this returns. */
    public void replaceDispatcher() {
        FarmProcess killed = dispatcher;
        killed.kill();
        dispatcher = start(
                        killed.name() + "-again",
                        Kind.DISPATCHER,
                        Map.of("SERVER_PORT", Integer.toString(killed.port())))
                .awaitReady();
    }

    /** Ends the broker without warning, with everything that it knew, and starts an empty one in its place. */
    public void wipeBroker() {
        broker.kill();
        broker.wipe();
        broker.restart();
    }

    public Ledger ledger() {
        return ledger;
    }

    public Path artifacts() {
        return folder.resolve("artifacts");
    }

    @Override
    public void close() {
        List<AutoCloseable> all = new ArrayList<>(open);
        all.add(database);
        all.add(broker);
        close(all);
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(List<AutoCloseable> parts) {
        try {
            for (AutoCloseable part : parts) {
                part.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("A part of the farm did not end", e);
        }
    }
}
