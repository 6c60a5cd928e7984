package io.renderyard.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class AddressRangeTest {

    @Test
    void aRangeContainsItsEdgesAndNothingBeyond() {
        AddressRange range = AddressRange.parse("172.16.0.0/12");
        assertThat(range.contains(PlayedResolver.address("172.16.0.0"))).isTrue();
        assertThat(range.contains(PlayedResolver.address("172.31.255.255"))).isTrue();
        assertThat(range.contains(PlayedResolver.address("172.15.255.255"))).isFalse();
        assertThat(range.contains(PlayedResolver.address("172.32.0.0"))).isFalse();
        assertThat(range.contains(PlayedResolver.address("fd00::1"))).isFalse();
        assertThat(AddressRange.parse("fe80::/10").contains(PlayedResolver.address("febf::1")))
                .isTrue();
        assertThat(AddressRange.parse("fe80::/10").contains(PlayedResolver.address("fec0::1")))
                .isFalse();
        assertThat(AddressRange.parse("0.0.0.0/0").contains(PlayedResolver.address("203.0.113.9")))
                .isTrue();
    }

    @Test
    void aLoneAddressIsARangeOfOne() {
        assertThat(AddressRange.parse(" 127.0.0.2 ")).hasToString("127.0.0.2/32");
        assertThat(AddressRange.parse("::1").prefixLength()).isEqualTo(128);
        assertThat(AddressRange.parse("::ffff:10.0.0.0/104")).isEqualTo(AddressRange.parse("10.0.0.0/8"));
    }

    @Test
    void aBadTextIsRefusedWithWhatIsWrong() {
        refused("", "expected something like");
        refused("10.0.0.1/8", "did you mean 10.0.0.0/8");
        refused("10.0.0.0/33", "between /0 and /32");
        refused("fd00::/129", "between /0 and /128");
        refused("10.0.0.0/x", "no prefix length");
        refused("10.0.0.0/", "no prefix length");
        refused("10.0.0.0/-1", "no prefix length");
        refused("10.0.0/8", "no dotted IPv4 address");
        refused("010.0.0.0/8", "no dotted IPv4 address");
        refused("localhost", "no dotted IPv4 address");
        refused("fe80::1%eth0", "not an IPv6 address");
        refused("::ffff:0:0/90", "at least /96");
    }

    private static void refused(String text, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AddressRange.parse(text))
                .withMessageContaining(why);
    }
}
