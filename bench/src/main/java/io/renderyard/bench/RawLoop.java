package io.renderyard.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The browser's own limit: one shell per core, one tab each, commanded as directly as possible. */
record RawLoop(String name, List<Shell> shells, boolean isolated) implements Tier {
    @Override
    public int lanes() {
        return shells.size();
    }

    @Override
    public void draw(int lane, Page page, String unique) throws BenchException, InterruptedException {
        picture(lane, page, unique);
        if (isolated) {
            shells.get(lane).tab().clear();
        }
    }

    byte[] picture(int lane, Page page, String unique) throws BenchException, InterruptedException {
        byte[] picture = shells.get(lane).tab().draw(page, unique);
        if (picture.length == 0) {
            throw new BenchException("A browser of the raw loop took an empty picture of " + page.name() + ".");
        }
        return picture;
    }

    @Override
    public String digest(Page page, String unique) throws BenchException, InterruptedException {
        byte[] picture = picture(0, page, unique);
        if (isolated) {
            shells.getFirst().tab().clear();
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    @Override
    public CpuTime used() {
        CpuTime used = CpuTime.unknown();
        ProcessTable table = ProcessTable.read();
        for (Shell shell : shells) {
            table.tree(shell.process()).forEach(entry -> used.add(CpuTime.BROWSERS, entry.milliseconds()));
        }
        used.add(CpuTime.CLIENT, CpuTime.ofThisProcess());
        return used;
    }

    @Override
    public void rest() throws BenchException, InterruptedException {
        for (Shell shell : shells) {
            shell.tab().clear();
        }
    }
}
