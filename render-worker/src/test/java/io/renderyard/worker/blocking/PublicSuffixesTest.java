package io.renderyard.worker.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicSuffixesTest {
    @ParameterizedTest
    @CsvSource({
        "www.example.com, example.com",
        "example.com, example.com",
        "a.b.example.co.uk, example.co.uk",
        "co.uk, co.uk",
        "a.b.any.ck, b.any.ck",
        "a.www.ck, www.ck",
        "a.b.unknown, b.unknown",
        "localhost, localhost",
        "10.1.2.3, 10.1.2.3",
        "[::1], [::1]",
    })
    void theSiteIsOneLabelMoreThanTheSuffix(String host, String site) {
        assertThat(Lists.suffixes().site(host)).isEqualTo(site);
    }

    @Test
    void aHostIsKnownByItsParentsAndByItsNameWithoutTheSuffix() {
        HostNames names = HostNames.of("WWW.Shop.co.uk", Lists.suffixes());

        assertThat(names.domains()).containsExactly("www.shop.co.uk", "shop.co.uk", "co.uk", "uk");
        assertThat(names.entities()).containsExactly("www.shop.*", "shop.*");
    }
}
