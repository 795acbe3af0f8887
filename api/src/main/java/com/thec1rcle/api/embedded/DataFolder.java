package com.thec1rcle.api.embedded;

import com.thec1rcle.kernel.error.CannotStart;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The one place where a process keeps everything; held by a lock that dies with the process. */
public final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the folder, making it if it is not there.
     *
     * @throws CannotStart if another process holds it or it cannot be written
     */
    public static DataFolder take(Path path) {
        try {
            Path folder = Files.createDirectories(path.toAbsolutePath().normalize());
            FileChannel channel = FileChannel.open(
                    folder.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new CannotStart("The data folder " + folder
                        + " is in use by another running process; stop it, or set c1rcle.data-dir to another folder.");
            }
            return new DataFolder(folder, channel);
        } catch (IOException failed) {
            throw new CannotStart("The data folder " + path + " cannot be written: " + failed.getMessage(), failed);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
