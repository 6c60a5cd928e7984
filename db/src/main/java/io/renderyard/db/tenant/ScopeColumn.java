package io.renderyard.db.tenant;

import io.renderyard.kernel.tenant.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Scopes as an array of their labels. */
final class ScopeColumn {
    private ScopeColumn() {}

    static String[] write(Collection<Scope> scopes) {
        return scopes.stream().map(Scope::label).sorted().toArray(String[]::new);
    }

    /** Leaves out what a newer version may have written: whoever does not know a scope has no use for it. */
    static Set<Scope> read(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .map(Scope::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
