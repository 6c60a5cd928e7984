package io.renderyard.worker.browser;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A site that wants to be asked over TLS alone from the first answer on, with a certificate that nobody has signed. */
final class SafeSite implements AutoCloseable {
    static final String NAME = "safe.test";

    /** Long enough for a test, short enough to be forgotten should it leak. */
    private static final String ALWAYS = "max-age=3600";

    private static final char[] SECRET = "not a secret".toCharArray();

    private final HttpsServer server;
    private final String key;

    /** @param folder for the certificate */
    SafeSite(Path folder) throws Exception {
        KeyStore store = keys(folder.resolve("keys.p12"));
        key = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256")
                        .digest(store.getCertificate(NAME).getPublicKey().getEncoded()));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, SECRET);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Strict-Transport-Security", ALWAYS);
            exchange.getResponseHeaders().add("Access-Control-Allow-Origin", "*");
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            byte[] page = "<!doctype html><title>over TLS</title>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    private static KeyStore keys(Path file) throws Exception {
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        NAME,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + NAME,
                        "-ext",
                        "san=dns:" + NAME,
                        "-validity",
                        "30",
                        "-storepass",
                        new String(SECRET),
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new AssertionError("keytool ended with " + code);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, SECRET);
        }
        return store;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /**
     * Chrome, but that it takes this site's key for good. To ignore its errors would not do: what a site says of TLS
     * counts only where there are none.
     */
    Path trusting(Path browser, Path folder) throws Exception {
        Path script = folder.resolve("trusting.sh");
        Files.writeString(
                script, "#!/bin/sh\nexec %s --ignore-certificate-errors-spki-list=%s \"$@\"\n".formatted(browser, key));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
