package io.renderyard.worker.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.openqa.selenium.remote.http.Contents;
import org.openqa.selenium.remote.http.HttpClient;
import org.openqa.selenium.remote.http.HttpMethod;
import org.openqa.selenium.remote.http.HttpRequest;
import org.openqa.selenium.remote.http.HttpResponse;
import org.openqa.selenium.remote.http.WebSocket;

/** Selenium's requests to chromedriver over our sockets, since its own would look for it in this process's network. */
record DriverClient(OkHttpClient client, String address) implements HttpClient {
    @Override
    public HttpResponse execute(HttpRequest request) throws UncheckedIOException {
        Request.Builder ours = new Request.Builder().url(address + request.getUri());
        request.forEachHeader(ours::header);
        boolean bodiless = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        ours.method(
                request.getMethod().name(), bodiless ? null : RequestBody.create(Contents.bytes(request.getContent())));
        try (Response response = client.newCall(ours.build()).execute()) {
            HttpResponse answer = new HttpResponse().setStatus(response.code());
            response.headers().forEach(header -> answer.addHeader(header.getFirst(), header.getSecond()));
            return answer.setContent(Contents.bytes(response.body().bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public WebSocket openSocket(HttpRequest request, WebSocket.Listener listener) {
        throw new UnsupportedOperationException("DevTools has a socket of its own");
    }

    @Override
    @SuppressWarnings("removal")
    public <T> CompletableFuture<java.net.http.HttpResponse<T>> sendAsyncNative(
            java.net.http.HttpRequest request, BodyHandler<T> handler) {
        throw new UnsupportedOperationException("Only commands are sent");
    }

    @Override
    @SuppressWarnings("removal")
    public <T> java.net.http.HttpResponse<T> sendNative(java.net.http.HttpRequest request, BodyHandler<T> handler) {
        throw new UnsupportedOperationException("Only commands are sent");
    }
}
