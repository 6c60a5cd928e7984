package io.renderyard.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EgressPolicyTest {
    private final PlayedResolver names = new PlayedResolver()
            .with("good.example", "93.184.215.14", "2606:2800:21f::1")
            .with("inside.example", "10.1.2.3")
            .with("half.example", "93.184.215.14", "10.1.2.3")
            .with("six.example", "93.184.215.14", "fd00::1")
            .with("empty.example");
    private final EgressPolicy closed = new EgressPolicy(List.of(), names);

    @Test
    void aVerdictCarriesTheAddressesToDial() {
        assertThat(closed.judge(URI.create("https://good.example/x")))
                .isEqualTo(new Verdict.Allowed(
                        List.of(PlayedResolver.address("93.184.215.14"), PlayedResolver.address("2606:2800:21f::1")),
                        443));
        assertThat(closed.judge("good.example", 8080))
                .isInstanceOfSatisfying(
                        Verdict.Allowed.class,
                        allowed -> assertThat(allowed.port()).isEqualTo(8080));
    }

    @Test
    void oneForbiddenAddressAmongGoodOnesIsEnough() {
        assertThat(closed.judge("http://half.example/")).isInstanceOf(Verdict.Refused.class);
        assertThat(closed.judge("http://six.example/")).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aNameWithoutAddressIsNoRefusal() {
        assertThat(closed.judge("http://nobody.example/")).isEqualTo(new Verdict.Unresolvable("nobody.example"));
        assertThat(closed.judge("http://empty.example/")).isEqualTo(new Verdict.Unresolvable("empty.example"));
    }

    @Test
    void withoutANameServerOnlyWhatIsWrittenAsNumbersIsRefused() {
        assertThat(closed.judgeUnresolved(URI.create("http://inside.example/")))
                .isEqualTo(new Verdict.Unresolvable("inside.example"));
        assertThat(closed.judgeUnresolved(URI.create("http://93.184.215.14/"))).isInstanceOf(Verdict.Allowed.class);
        for (String refused : List.of("http://10.1.2.3/", "http://0x7f.1/", "http://[::1]/", "http://localhost/")) {
            assertThat(closed.judgeUnresolved(URI.create(refused))).isInstanceOf(Verdict.Refused.class);
        }
    }

    @Test
    void theReasonTellsOutsidersLessThanTheDetailTellsTheLog() {
        assertThat(closed.judge("http://inside.example/"))
                .isEqualTo(new Verdict.Refused(Reason.ADDRESS, "inside.example is 10.1.2.3, private use (10.0.0.0/8)"));
        assertThat(closed.judge("http://[64:ff9b::10.1.2.3]/"))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.detail()).contains("NAT64 of 10.1.2.3"));
        assertThat(Reason.ADDRESS.sentence()).doesNotContainIgnoringCase("private");
    }

    @Test
    void eachRuleHasItsReason() {
        assertThat(reason("ftp://good.example/")).isEqualTo(Reason.SCHEME);
        assertThat(reason("https://me:secret@good.example/")).isEqualTo(Reason.USERINFO);
        assertThat(reason("https://good.example:0/")).isEqualTo(Reason.MALFORMED);
        assertThat(reason("https://127.0.0.1/")).isEqualTo(Reason.ADDRESS);
        assertThat(closed.judge("good.example", 0)).isInstanceOf(Verdict.Refused.class);
        assertThat(closed.judge("https://me:secret@good.example/").toString()).doesNotContain("secret");
    }

    @Test
    void whatAStrangerSentCannotForgeLogLines() {
        assertThat(closed.judge("a\r\nWARN all is well", 80))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.detail()).doesNotContain("\n", "\r"));
        assertThat(closed.judge("x".repeat(5_000), 80))
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.detail()).hasSizeLessThan(400));
    }

    @Test
    void anAllowedRangeOpensExactlyItself() {
        var open = new EgressPolicy(List.of(AddressRange.parse("10.1.0.0/16"), AddressRange.parse("fd00::/64")), names);
        assertThat(open.judge("http://inside.example/")).isInstanceOf(Verdict.Allowed.class);
        assertThat(open.judge("http://half.example/")).isInstanceOf(Verdict.Allowed.class);
        assertThat(open.judge("http://six.example/")).isInstanceOf(Verdict.Allowed.class);
        assertThat(open.judge("http://10.2.0.1/")).isInstanceOf(Verdict.Refused.class);
        assertThat(open.judge("http://[fd00:0:0:1::1]/")).isInstanceOf(Verdict.Refused.class);
        assertThat(open.judge("http://127.0.0.1/")).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void anAllowedIpv4RangeIsAlsoOpenWhereIpv6OnlyTranslatesToIt() {
        var open = new EgressPolicy(List.of(AddressRange.parse("10.1.0.0/16")), names);
        assertThat(open.judge("http://[::ffff:10.1.2.3]/")).isInstanceOf(Verdict.Allowed.class);
        assertThat(open.judge("http://[64:ff9b::10.1.2.3]/")).isInstanceOf(Verdict.Allowed.class);
        assertThat(open.judge("http://[64:ff9b::10.2.2.3]/")).isInstanceOf(Verdict.Refused.class);
        assertThat(open.judge("http://[2002:a01:203::1]/")).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void localhostIsThisMachineWhateverANameServerSays() {
        var lying = new EgressPolicy(
                List.of(), new PlayedResolver().with("localhost", "8.8.8.8").with("a.localhost.", "8.8.8.8"));
        assertThat(lying.judge("http://localhost/")).isInstanceOf(Verdict.Refused.class);
        assertThat(lying.judge("http://a.localhost./")).isInstanceOf(Verdict.Refused.class);

        var open = new EgressPolicy(List.of(AddressRange.parse("127.0.0.0/8")), names);
        assertThat(open.judge("http://localhost:9000/"))
                .isEqualTo(new Verdict.Allowed(List.of(PlayedResolver.address("127.0.0.1")), 9000));
    }

    @Test
    void openRangesAreLoggedOnceWithTheSettingThatOpenedThem() {
        var log = (Logger) LoggerFactory.getLogger(EgressPolicy.class);
        var events = new ListAppender<ILoggingEvent>();
        events.start();
        log.addAppender(events);
        try {
            var open = new EgressPolicy(List.of(AddressRange.parse("10.1.0.0/16")), names);
            assertThat(open.judge("http://inside.example/")).isInstanceOf(Verdict.Allowed.class);
            var closedToo = new EgressPolicy(List.of(), names);
            assertThat(closedToo.judge("http://inside.example/")).isInstanceOf(Verdict.Refused.class);
        } finally {
            log.detachAppender(events);
        }
        assertThat(events.list)
                .filteredOn(event -> event.getLevel() == Level.WARN)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.getFormattedMessage()).contains("10.1.0.0/16", "renderyard.egress.allow"));
    }

    @Test
    void theSystemResolverFindsThisMachineAndGivesUpOnNonsense() throws Exception {
        var system = new SystemNameResolver();
        assertThat(system.resolve("localhost")).isNotEmpty();
        assertThatThrownBy(() -> system.resolve("no-such-name.invalid"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("no-such-name.invalid");
    }

    private Reason reason(String url) {
        return ((Verdict.Refused) closed.judge(url)).reason();
    }
}
