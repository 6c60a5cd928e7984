package io.renderyard.egress;

import java.io.IOException;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** What all our requests to the outside have in common. */
final class Outward {
    private static final String USER_AGENT = "Renderyard";

    private Outward() {}

    /** Uses no proxy, keeps no cookie, follows nothing. */
    static OkHttpClient.Builder plainClient() {
        return new OkHttpClient.Builder()
                .proxy(Proxy.NO_PROXY)
                .cookieJar(CookieJar.NO_COOKIES)
                .followRedirects(false)
                .followSslRedirects(false)
                .protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1));
    }

    /** As {@link #plainClient}, and dials what the policy allows and nothing else. */
    static OkHttpClient.Builder judgedClient(EgressPolicy policy) {
        return plainClient().dns(new JudgedDns(policy)).socketFactory(new JudgedSocketFactory(policy));
    }

    /** Literals never reach our Dns, so they are judged here; names are judged there, where they are resolved. */
    static void judgeLiteral(EgressPolicy policy, HttpTarget target) throws RefusedTarget {
        if (target.host() instanceof Host.Literal literal
                && policy.judge(literal, target.port()) instanceof Verdict.Refused refused) {
            throw new RefusedTarget(refused.reason(), refused.detail());
        }
    }

    /** A request that says who we are, and asks for nothing packed: a bomb stays as small as it was sent. */
    static Request.Builder request(HttpTarget target) throws RefusedTarget {
        HttpUrl url;
        try {
            // Put together from what was judged, so that no second reading of the text can disagree with the first.
            url = HttpUrl.get(target.scheme() + "://" + target.authority() + target.pathAndQuery());
        } catch (IllegalArgumentException e) {
            throw RefusedTarget.malformed(String.valueOf(e.getMessage()));
        }
        return new Request.Builder().url(url).header("User-Agent", USER_AGENT).header("Accept-Encoding", "identity");
    }

    /** The verdict inside a failure, null when it failed for another reason. */
    static Verdict.@Nullable Refused refusalIn(IOException failure) {
        return switch (failure) {
            case JudgedDns.RefusedName refused -> refused.verdict();
            case JudgedSocketFactory.RefusedDial refused ->
                new Verdict.Refused(Reason.ADDRESS, String.valueOf(refused.getMessage()));
            default -> null;
        };
    }

    /** For people, such as {@code ConnectException: refused}. */
    static String why(Request request, IOException failure) {
        return failure instanceof UnknownHostException
                ? "no address for " + request.url().host()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
