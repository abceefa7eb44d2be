package io.moderato.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** Files named {@code sealed:…} are opened as {@link SealedFileChannel}s. Public because H2 makes its instances. */
public final class SealedFilePath extends FilePathWrapper {
  private static final String SCHEME = "sealed";

  /** {@code file} as H2 names it when it is to be sealed. */
  static String of(String file) {
    FilePath.register(new SealedFilePath());
    return SCHEME + ":" + file;
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    var file = getBase().open(mode);
    try {
      return new SealedFileChannel(file);
    } catch (IOException | RuntimeException unreadable) {
      file.close();
      throw unreadable;
    }
  }
}
