package io.moderato.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a command is answered while the store can't keep its promise. Both codes are MongoDB's own for these causes, and
 * neither makes the driver take the server for lost: it raises a {@code MongoCommandException} at once.
 *
 * <p>A write that was answered so may be there later or not; reading tells.
 */
final class StoreFailure {
  /** Writing or syncing the file failed, or the file is being opened again. */
  static final int FILE_STREAM_FAILED = 39;

  /** There is no space left on the disk. */
  static final int OUT_OF_DISK_SPACE = 14031;

  /** The JDK tells a full disk only by the system's message. */
  private static final Pattern FULL =
      Pattern.compile("No space left|not enough space|quota exceeded");

  private StoreFailure() {}

  static MongoServerError of(@Nullable Throwable cause) {
    return isFull(cause)
        ? new MongoServerError(
            OUT_OF_DISK_SPACE,
            "OutOfDiskSpace",
            "The disk of the embedded store is full; writing resumes once there is space")
        : new MongoServerError(
            FILE_STREAM_FAILED,
            "FileStreamFailed",
            "The file of the embedded store can't be written at the moment; writing resumes once it can");
  }

  private static boolean isFull(@Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      var message = cause.getMessage();
      if (message != null
          && (message.contains("No space left") || message.contains("not enough space"))) {
        return true;
      }
    }
    return false;
  }
}
