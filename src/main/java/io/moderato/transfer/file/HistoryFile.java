package io.moderato.transfer.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file with a blog's past, plain, compressed with gzip, or the first fitting one of a zip archive. */
public final class HistoryFile implements AutoCloseable {
  private static final int LOOKED_AT = 1 << 16;

  private final FileBytes raw;
  private final BufferedInputStream bytes;
  private final Findings findings;
  private final Format format;

  private HistoryFile(FileBytes raw, BufferedInputStream bytes, Findings findings, Format format) {
    this.raw = raw;
    this.bytes = bytes;
    this.findings = findings;
    this.format = format;
  }

  /**
   * Opens it and finds out its form.
   *
   * @param format null to find out
   * @throws UnreadableFileException if it is empty, or looks like none of the forms
   */
  public static HistoryFile open(Path path, @Nullable Format format, Findings findings)
      throws IOException {
    if (Files.isDirectory(path)) {
      throw new UnreadableFileException("%s is a folder; name one file in it.".formatted(path));
    }
    var raw = new FileBytes(Files.newInputStream(path));
    try {
      var bytes = new BufferedInputStream(uncompressed(raw, findings), LOOKED_AT * 2);
      bytes.mark(LOOKED_AT);
      var begin = bytes.readNBytes(LOOKED_AT);
      bytes.reset();
      if (begin.length == 0) {
        throw new UnreadableFileException("%s is empty.".formatted(path));
      }
      var found = format == null ? Format.of(text(begin)).orElse(null) : format;
      if (found == null) {
        throw new UnreadableFileException(
            ("%s looks like no export of WordPress (WXR), Blogger, Disqus, Commento or Moderato, nor like a saved page."
                    + " If it is one, say so with --format.")
                .formatted(path));
      }
      return new HistoryFile(raw, bytes, findings, found);
    } catch (IOException | RuntimeException e) {
      raw.close();
      throw e;
    }
  }

  /** NUL bytes are left out, so that UTF-16 shows its ASCII. */
  private static String text(byte[] begin) {
    return new String(begin, StandardCharsets.ISO_8859_1)
        .replace("\0", "")
        .replace("\u00ef\u00bb\u00bf", "");
  }

  private static InputStream uncompressed(FileBytes raw, Findings findings) throws IOException {
    var in = new BufferedInputStream(raw, LOOKED_AT);
    in.mark(4);
    var magic = in.readNBytes(4);
    in.reset();
    Runnable onBreak =
        () -> findings.add(Finding.CUT_OFF, 0, "the compressed file breaks off, or is damaged");
    if (magic.length >= 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b) {
      try {
        return new FileBytes.Lenient(new GZIPInputStream(in, LOOKED_AT), onBreak);
      } catch (java.io.EOFException | java.util.zip.ZipException e) {
        throw new UnreadableFileException("The compressed file breaks off at its very begin.");
      }
    }
    if (magic.length == 4 && magic[0] == 'P' && magic[1] == 'K') {
      return new FileBytes.Lenient(new ZippedHistory(in, findings), onBreak);
    }
    return in;
  }

  public Format format() {
    return format;
  }

  /** How many bytes of the file have been read, as it lies on the disk. For any thread. */
  public long bytesRead() {
    return raw.count();
  }

  /**
   * Hands all that can be read to the sink; once.
   *
   * @param withPings whether pingbacks and trackbacks are wanted
   */
  public void read(HistorySink sink, boolean withPings, Clock clock) throws IOException {
    if (format == Format.HTML) {
      new SavedPageReader(findings, clock, sink).read(bytes);
      return;
    }
    Reader in = Characters.of(bytes, findings);
    switch (format) {
      case WXR -> new WordPressReader(findings, clock, withPings, sink).read(in);
      case BLOGGER -> new BloggerReader(findings, clock, sink).read(in);
      case DISQUS -> new DisqusReader(findings, clock, sink).read(in);
      case COMMENTO -> new CommentoReader(findings, clock, sink).read(in);
      default -> new NdjsonReader(findings, sink).read(in);
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
