/** The wire language of HTML/CSS to Image; numbers of sections are those of its contract, {@code hcti.md}. */
@NullMarked
package io.renderyard.dialect.hcti;

import org.jspecify.annotations.NullMarked;
