package io.renderyard.egress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The outer blocks are mostly refused anyway; this is about finding the right inner address. */
class EmbeddedIpv4Test {

    @ParameterizedTest
    @CsvSource({
        "::10.1.2.3,                         IPv4-compatible 10.1.2.3",
        "64:ff9b::10.1.2.3,                  NAT64 10.1.2.3",
        "64:ff9b:1::10.1.2.3,                local NAT64 10.1.2.3",
        "2002:a01:203::9,                    6to4 10.1.2.3",
        "2001:0:808:404:0:0:f5fe:fdfc,       Teredo server 8.8.4.4 Teredo client 10.1.2.3",
        "2606:4700::5efe:10.1.2.3,           ISATAP 10.1.2.3",
        "2606:4700::200:5efe:a01:203,        ISATAP 10.1.2.3",
        "2606:4700::400:5efe:a01:203,        ''",
        "2606:4700::10.1.2.3,                ''",
        "::1,                                ''",
        "::,                                 ''",
        "10.1.2.3,                           ''"
    })
    void everyFormIsTakenApart(String outer, String expected) {
        var found = new StringBuilder();
        for (EmbeddedIpv4 inner : EmbeddedIpv4.in(PlayedResolver.address(outer))) {
            found.append(inner.form())
                    .append(' ')
                    .append(inner.address().getHostAddress())
                    .append(' ');
        }
        assertThat(found.toString().strip()).isEqualTo(expected);
    }
}
