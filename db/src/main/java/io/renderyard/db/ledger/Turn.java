package io.renderyard.db.ledger;

/**
 * Whose turn it is in a lane: the smallest number. A job that becomes ready comes in one after its tenant's last waiting
 * one, but never before the lane's next, so that waiting tenants take turns however many jobs each of them has, and
 * one who waited long ago has saved up nothing.
 */
public final class Turn {
    private Turn() {}

    /**
     * An expression for the last number that is taken for a tenant in a lane; what becomes ready gets the ones after it.
     *
     * @param lane an SQL expression
     * @param tenant an SQL expression
     */
    public static String last(String lane, String tenant) {
        return """
               greatest(
                   (select min(turn) from job waiting where waiting.lane = %1$s and waiting.turn is not null) - 1,
                   (select max(turn) from job waiting
                    where waiting.lane = %1$s and waiting.tenant_id = %2$s and waiting.turn is not null),
                   0)""".formatted(lane, tenant);
    }
}
