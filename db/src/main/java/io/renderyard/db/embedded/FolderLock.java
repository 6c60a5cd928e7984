package io.renderyard.db.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/** One yard per folder. The kernel gives the lock back when its process ends, however it ends. */
record FolderLock(FileChannel channel) implements AutoCloseable {
    static FolderLock take(PostgresFolder folder) throws IOException {
        var channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException ignored) {
            // This very process has it.
        }
        channel.close();
        throw new EmbeddedPostgresException("Another process already runs a database in " + folder.root()
                + ". Use that one, stop it (./yard down), or name another data folder.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
