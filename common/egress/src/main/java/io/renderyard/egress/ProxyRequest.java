package io.renderyard.egress;

import java.util.ArrayList;
import java.util.List;

/** What a client asks of the proxy. */
sealed interface ProxyRequest {

    /** What is asked for, for those who want to know what they were not given. */
    String name();

    /** {@code CONNECT host:port}: a tunnel. */
    record Tunnel(Host host, int port) implements ProxyRequest {
        @Override
        public String name() {
            return host.authority() + ":" + port;
        }
    }

    /** {@code GET http://host/path}: one exchange, read and written anew. */
    record Exchange(HttpTarget target, String method, MessageHead head, BodyFraming body) implements ProxyRequest {

        @Override
        public String name() {
            return head.startLine().split(" ", -1)[1];
        }

        /** The request as the server shall see it: origin form, its own Host, one answer and then good-bye. */
        MessageHead forOrigin() {
            List<MessageHead.Field> fields = new ArrayList<>();
            fields.add(new MessageHead.Field("Host", target.authority()));
            head.endToEnd().stream().filter(field -> !field.is("Host")).forEach(fields::add);
            if (body instanceof BodyFraming.Chunked) {
                fields.add(new MessageHead.Field("Transfer-Encoding", "chunked"));
            }
            fields.add(new MessageHead.Field("Connection", "close"));
            return new MessageHead(method + " " + target.pathAndQuery() + " HTTP/1.1", fields);
        }
    }

    /**
     * Understands a request's head.
     *
     * @throws BadMessage when it is no request to a proxy, or an ambiguous one
     * @throws RefusedTarget when the target's text alone forbids it
     */
    static ProxyRequest of(MessageHead head) throws BadMessage, RefusedTarget {
        String[] parts = head.startLine().split(" ", -1);
        if (parts.length != 3 || !parts[0].matches("[A-Za-z-]{1,32}") || !parts[2].equals("HTTP/1.1")) {
            throw new BadMessage("not an HTTP/1.1 request line");
        }
        if (!parts[1].matches("[\\x21-\\x7e]+")) {
            throw new BadMessage("a request target with characters that must be encoded");
        }
        BodyFraming body = BodyFraming.ofRequest(head);
        if (!parts[0].equals("CONNECT")) {
            return exchange(parts[0], parts[1], head, body);
        }
        boolean hasBody = !(body instanceof BodyFraming.None) && !body.equals(new BodyFraming.Sized(0));
        if (hasBody) {
            throw new BadMessage("CONNECT with a body");
        }
        return tunnel(parts[1]);
    }

    private static ProxyRequest exchange(String method, String url, MessageHead head, BodyFraming body)
            throws BadMessage, RefusedTarget {
        if (!url.matches("(?i)http://.*")) {
            throw new BadMessage("a plain request needs an absolute http URL; https goes through CONNECT");
        }
        if (head.values("Host").size() > 1) {
            throw new BadMessage("more than one Host");
        }
        return new Exchange(HttpTarget.parse(url), method, head, body);
    }

    private static ProxyRequest tunnel(String authority) throws BadMessage, RefusedTarget {
        int colon = authority.lastIndexOf(':');
        String digits = authority.substring(colon + 1);
        if (colon <= authority.lastIndexOf(']') || !digits.matches("[0-9]{1,5}")) {
            throw new BadMessage("CONNECT needs host:port");
        }
        int port = Integer.parseInt(digits);
        if (port < 1 || port > 65_535) {
            throw new BadMessage("CONNECT to port " + port);
        }
        return new Tunnel(Host.parse(authority.substring(0, colon)), port);
    }
}
