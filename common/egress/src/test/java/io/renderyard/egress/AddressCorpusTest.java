package io.renderyard.egress;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AddressCorpusTest {
    private static final List<String> PUBLIC = List.of("93.184.215.14", "2606:2800:21f::1");

    /** Knows every name, and every name is public: only what is written in the URL can be refused. */
    private final EgressPolicy policy = new EgressPolicy(
            List.of(), name -> PUBLIC.stream().map(PlayedResolver::address).toList());

    @Test
    void everyForbiddenSpellingIsRefused() {
        Set<String> corpus = new LinkedHashSet<>(Corpus.written("forbidden.txt"));
        corpus.addAll(Corpus.generatedForbidden());
        List<String> slippedThrough = new ArrayList<>();
        for (String url : corpus) {
            if (!(policy.judge(url) instanceof Verdict.Refused)) {
                slippedThrough.add(url + " -> " + policy.judge(url));
            }
        }
        assertThat(corpus).hasSizeGreaterThanOrEqualTo(1_000);
        assertThat(slippedThrough).isEmpty();
    }

    @Test
    void noAllowedSpellingIsRefused() {
        Set<String> corpus = new LinkedHashSet<>(Corpus.written("allowed.txt"));
        List<String> refused = new ArrayList<>();
        for (String url : corpus) {
            if (!(policy.judge(url) instanceof Verdict.Allowed)) {
                refused.add(url + " -> " + policy.judge(url));
            }
        }
        assertThat(corpus).hasSizeGreaterThanOrEqualTo(100);
        assertThat(refused).isEmpty();
    }

    @Test
    void aNameThatResolvesToAnyForbiddenAddressIsRefused() {
        List<String> slippedThrough = new ArrayList<>();
        for (String url : Corpus.generatedForbidden()) {
            String host = url.replaceAll("https?://(.*?)(:8080|:8443)?/x?$", "$1");
            if (!host.matches("[0-9.]+|\\[[0-9a-f:]+]")) {
                continue;
            }
            List<String> only = List.of(host);
            for (List<String> answer : List.of(only, List.of(PUBLIC.get(0), host), List.of(host, PUBLIC.get(1)))) {
                var hostile = new EgressPolicy(List.of(), name -> {
                    var addresses = new ArrayList<InetAddress>();
                    for (String text : answer) {
                        addresses.add(literal(text));
                    }
                    return addresses;
                });
                if (!(hostile.judge("https://rebind.example/") instanceof Verdict.Refused)) {
                    slippedThrough.add(answer.toString());
                }
            }
        }
        assertThat(slippedThrough).isEmpty();
    }

    private static InetAddress literal(String text) {
        try {
            return ((Host.Literal) Host.parse(text)).address();
        } catch (RefusedTarget e) {
            throw new IllegalArgumentException(e);
        }
    }
}
