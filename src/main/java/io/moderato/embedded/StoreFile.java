package io.moderato.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** The file {@code moderato.mv.db} in the data directory, and how it is opened. */
final class StoreFile {
  private static final String NAME = "moderato.mv.db";

  /**
   * Each commit writes the changed pages anew, and all of them pass through the cache. What lies there when the heap is collected is
   * copied, in a pause: 16 MB took 30 ms. Pages that are read again come from the system's cache, which costs no more than is noise.
   */
  private static final int CACHE_MEGABYTES = 2;

  /** Room that there must be before writing is tried again, so that it does not fail with the first document. */
  private static final int SPARE_BYTES = 1 << 20;

  private final Path directory;
  private final String scheme;

  /** @param scheme an H2 file system to put below the sealed file, such as {@code "faulty:"}; empty for the plain disk */
  StoreFile(Path directory, String scheme) {
    this.directory = directory;
    this.scheme = scheme;
  }

  Path path() {
    return directory.resolve(NAME);
  }

  /**
   * Opens the file at its last sealed version, and creates it where there is none.
   *
   * <p>Nothing may be committed but by us: no background thread ({@code autoCommitDisabled}) and no commit by a writing thread
   * when much is unsaved ({@code autoCommitBufferSize(0)}) may put half a command into the file. Space is reused at once
   * ({@code retentionTime 0}) and not after 45 s, which at thousands of commits a minute would be gigabytes: H2 keeps the time
   * for disks that were never synced, and we sync each commit before the next one can overwrite what it has freed.
   */
  MVStore open() {
    prepareDirectory();
    try {
      var store = new MVStore.Builder()
          .fileName(SealedFilePath.of(scheme + path().toAbsolutePath()))
          .autoCommitDisabled()
          .autoCommitBufferSize(0)
          .cacheSize(CACHE_MEGABYTES)
          .open();
      store.setRetentionTime(0);
      requireSealedVersion(store);
      return store;
    } catch (MVStoreException | IllegalArgumentException failure) {
      throw explained(failure);
    }
  }

  private void prepareDirectory() {
    try {
      Files.createDirectories(directory);
    } catch (IOException failure) {
      throw new EmbeddedServerException(
          "The data directory %s can't be created; create it, or name another one."
              .formatted(directory),
          failure);
    }
    var file = path();
    if (!Files.isWritable(directory) || Files.exists(file) && !Files.isWritable(file)) {
      throw new EmbeddedServerException(
          "%s is not writable; give this user the right to write there, or name another data directory."
              .formatted(Files.isWritable(directory) ? file : directory),
          new IOException("not writable"));
    }
  }

  /** H2 would rather open an old version than none. We acknowledged what the newest one holds, so we must not. */
  private void requireSealedVersion(MVStore store) {
    var version = store.getStoreHeader().get("version");
    if (version != null && store.getCurrentVersion() != Long.parseLong(version.toString(), 16)) {
      store.closeImmediately();
      throw damaged(new IOException("version %s is not readable".formatted(version)));
    }
  }

  /** What to do about a failure to open the file. */
  EmbeddedServerException explained(RuntimeException failure) {
    int code =
        failure instanceof MVStoreException known ? known.getErrorCode() : DataUtils.ERROR_INTERNAL;
    return switch (code) {
      case DataUtils.ERROR_FILE_LOCKED ->
        new EmbeddedServerException(
            "%s is in use by another process; stop that one, or name another data directory."
                .formatted(path()),
            failure);
      case DataUtils.ERROR_READING_FAILED, DataUtils.ERROR_WRITING_FAILED ->
        new EmbeddedServerException(
            "%s can't be read or written; check the disk and the rights of the file."
                .formatted(path()),
            failure);
      case DataUtils.ERROR_UNSUPPORTED_FORMAT ->
        new EmbeddedServerException(
            "%s was written by another version; start the version that wrote it.".formatted(path()),
            failure);
      default -> damaged(failure);
    };
  }

  private EmbeddedServerException damaged(Exception cause) {
    return new EmbeddedServerException(
        "%s is damaged; put a backup in its place, or move it away to start with an empty store."
            .formatted(path()),
        cause);
  }

  /** Fails where the disk has no room for a few more commits. */
  void requireSpace() throws IOException {
    var probe = directory.resolve(NAME + ".probe");
    try (var file = FileChannel.open(probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap("space ".repeat(SPARE_BYTES / 6).getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    } finally {
      Files.deleteIfExists(probe);
    }
  }
}
