@NullMarked
package io.renderyard.bench.ledger;

import org.jspecify.annotations.NullMarked;
