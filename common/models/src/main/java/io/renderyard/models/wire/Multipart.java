package io.renderyard.models.wire;

import io.renderyard.models.Reference;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with a picture in it. */
final class Multipart {
    private final String boundary = "part-" + UUID.randomUUID();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Multipart with(String name, String value) {
        head("name=\"" + quoted(name) + "\"");
        text("\r\n" + value + "\r\n");
        return this;
    }

    Multipart with(String name, Reference picture) {
        String type = picture.contentType().replaceAll("[^a-zA-Z0-9/+.-]", "");
        head("name=\"" + quoted(name) + "\"; filename=\"reference." + type.replaceFirst(".*/", "") + "\"");
        text("Content-Type: " + type + "\r\n\r\n");
        out.writeBytes(picture.bytes());
        text("\r\n");
        return this;
    }

    private void head(String disposition) {
        text("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n");
    }

    private void text(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "").replace("\n", "");
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    byte[] bytes() {
        byte[] end = ("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        var whole = new ByteArrayOutputStream(out.size() + end.length);
        whole.writeBytes(out.toByteArray());
        whole.writeBytes(end);
        return whole.toByteArray();
    }
}
