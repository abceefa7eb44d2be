package io.moderato.transfer.file;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Counts what was read. */
final class FileBytes extends FilterInputStream {
  private volatile long count;

  FileBytes(InputStream in) {
    super(in);
  }

  long count() {
    return count;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = in.read(into, offset, length);
    if (read > 0) {
      count += read;
    }
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** Ends where a compressed file breaks off or is damaged, instead of failing. */
  static final class Lenient extends FilterInputStream {
    private final Runnable onBreak;
    private boolean isBroken;

    Lenient(InputStream in, Runnable onBreak) {
      super(in);
      this.onBreak = onBreak;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (isBroken) {
        return -1;
      }
      try {
        return in.read(into, offset, length);
      } catch (EOFException | ZipException e) {
        isBroken = true;
        onBreak.run();
        return -1;
      }
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }
  }
}
