package io.moderato.transfer.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The first file of an archive that may hold a blog's past: Takeout's {@code feed.atom}, WordPress.com's XML. The others are told when it
 * has been read.
 */
final class ZippedHistory extends FilterInputStream {
  /** Not a theme's, and not the shadows that a Mac puts beside its files. */
  private static final Pattern HISTORY =
      Pattern.compile("(?:.*/)?(?!\\._|theme-)[^/]*(?:feed\\.atom|\\.xml|\\.ndjson)");

  private final ZipInputStream archive;
  private final Findings findings;
  private boolean isRead;

  /** @throws UnreadableFileException if it holds none */
  ZippedHistory(InputStream in, Findings findings) throws IOException {
    this(new ZipInputStream(in), findings);
  }

  private ZippedHistory(ZipInputStream archive, Findings findings) throws IOException {
    super(archive);
    this.archive = archive;
    this.findings = findings;
    try {
      if (next().isEmpty()) {
        throw new UnreadableFileException("The archive holds no feed.atom, .xml or .ndjson file.");
      }
    } catch (ZipException e) {
      throw new UnreadableFileException("The archive can't be read: %s.".formatted(e.getMessage()));
    }
  }

  private Optional<String> next() throws IOException {
    for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
      if (HISTORY.matcher(entry.getName().toLowerCase(Locale.ROOT)).matches()) {
        return Optional.of(entry.getName());
      }
    }
    return Optional.empty();
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = isRead ? -1 : archive.read(into, offset, length);
    if (read < 0 && !isRead) {
      isRead = true;
      for (var other = next(); other.isPresent(); other = next()) {
        findings.add(Finding.OTHER_FILE, 0, other.get());
      }
    }
    return read;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }
}
