package io.moderato.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FileBaseDefault;

/**
 * An MVStore file whose header names the newest chunk that is wholly on the disk, and nothing newer is ever read.
 *
 * <p>MVStore appends a chunk per commit and, at the next start, follows them from the header to the newest one whose first and
 * last bytes look right. What lies between has no checksum, and a disk writes in any order: after a power cut such a chunk can
 * be half there, and the header can name a chunk that is not. So here {@link #force} first forces the chunks, then writes the
 * header that names the last one (the seal) and forces that too; the header is never written at another time. Headers and
 * footers of chunks newer than the seal read as zeros, so that recovery does not see what was never acknowledged. The file's
 * format remains H2's.
 */
final class SealedFileChannel extends FileBaseDefault {
  private static final int BLOCK = 4096;
  private static final int HEADER = 2 * BLOCK;
  private static final String CHUNK = "chunk:";
  private static final Pattern VERSION = Pattern.compile("[:,]version:([0-9a-f]+)");
  private static final Pattern ID = Pattern.compile("^chunk:([0-9a-f]+)");

  /** The longest text of a chunk's header or footer. */
  private static final int CHUNK_TEXT = 1024;

  private final FileChannel file;
  private final HashMap<String, Object> header = new HashMap<>();
  private volatile long sealed = -1;
  private long written = -1;
  private boolean headerChanged;

  SealedFileChannel(FileChannel file) throws IOException {
    this.file = file;
    if (file.size() > 0) {
      readSeal();
    }
  }

  /** Both blocks hold the same header; after a cut the one with the higher version counts, as for MVStore. */
  private void readSeal() throws IOException {
    var blocks = ByteBuffer.allocate(HEADER);
    while (blocks.hasRemaining() && file.read(blocks, blocks.position()) > 0) {
      continue; // until both are read or the file ends
    }
    readHeader(blocks.array(), 0);
    readHeader(blocks.array(), BLOCK);
    if (header.isEmpty() && isZero(blocks.array())) {
      file.truncate(0); // cut before anything was sealed: a new file
    }
    written = sealed;
  }

  private void readHeader(byte[] blocks, int offset) {
    String text = new String(blocks, offset, BLOCK, StandardCharsets.ISO_8859_1).trim();
    int checksum = text.lastIndexOf(",fletcher:");
    if (checksum < 0) {
      return;
    }
    byte[] checked = text.substring(0, checksum).getBytes(StandardCharsets.ISO_8859_1);
    try {
      var map = DataUtils.parseMap(text);
      int expected = (int) Long.parseLong(map.remove("fletcher"), 16);
      long version = Long.parseLong(map.getOrDefault("version", "0"), 16);
      if (expected == DataUtils.getFletcher32(checked, 0, checked.length) && version > sealed) {
        header.clear();
        header.putAll(map);
        sealed = version;
      }
    } catch (MVStoreException | NumberFormatException torn) {
      return; // the other block is whole
    }
  }

  private static boolean isZero(byte[] bytes) {
    for (byte each : bytes) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public synchronized int write(ByteBuffer source, long position) throws IOException {
    if (position == 0) {
      return keepHeader(source);
    }
    noteChunk(source, position);
    return file.write(source, position);
  }

  /** MVStore's wish to write the header is remembered; {@link #force} does it when it is true. */
  private int keepHeader(ByteBuffer source) throws IOException {
    byte[] bytes = new byte[source.remaining()];
    source.get(bytes);
    String text =
        new String(bytes, 0, Math.min(BLOCK, bytes.length), StandardCharsets.ISO_8859_1).trim();
    var map = DataUtils.parseMap(text);
    map.remove("fletcher");
    header.clear();
    header.putAll(map);
    headerChanged = true;
    return bytes.length;
  }

  private void noteChunk(ByteBuffer source, long position) {
    String text = chunkText(source, source.position(), source.limit());
    long version = version(text);
    if (version > written) {
      var id = ID.matcher(text);
      if (id.find()) {
        written = version;
        header.remove("clean");
        header.put("chunk", id.group(1));
        header.put("block", Long.toHexString(position / BLOCK));
        header.put("version", Long.toHexString(version));
        headerChanged = true;
      }
    }
  }

  private static String chunkText(ByteBuffer buffer, int from, int to) {
    if (to - from < CHUNK.length()) {
      return "";
    }
    byte[] start = new byte[Math.min(to - from, CHUNK_TEXT)];
    buffer.duplicate().position(from).get(start);
    String text = new String(start, StandardCharsets.ISO_8859_1);
    if (!text.startsWith(CHUNK)) {
      return "";
    }
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  private static long version(String chunkText) {
    var version = VERSION.matcher(chunkText);
    return version.find() ? Long.parseLong(version.group(1), 16) : -1;
  }

  @Override
  public synchronized void force(boolean metaData) throws IOException {
    file.force(metaData);
    if (headerChanged) {
      var seal = seal();
      while (seal.hasRemaining()) {
        file.write(seal, seal.position());
      }
      file.force(false);
      headerChanged = false;
      sealed = written;
    }
  }

  private ByteBuffer seal() {
    var text = DataUtils.appendMap(new StringBuilder(), header);
    byte[] checked = text.toString().getBytes(StandardCharsets.ISO_8859_1);
    DataUtils.appendMap(text, "fletcher", DataUtils.getFletcher32(checked, 0, checked.length));
    byte[] bytes = text.append('\n').toString().getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(HEADER).put(bytes).position(BLOCK).put(bytes).rewind();
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    int from = target.position();
    int count = file.read(target, position);
    if (count > 0) {
      hideUnsealed(target, from);
    }
    return count;
  }

  private void hideUnsealed(ByteBuffer target, int from) {
    boolean looksForChunks = target.position() - from <= CHUNK_TEXT;
    if (looksForChunks && version(chunkText(target, from, target.position())) > sealed) {
      for (int i = from; i < target.position(); i++) {
        target.put(i, (byte) 0);
      }
    }
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  protected void implTruncate(long size) throws IOException {
    file.truncate(size);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return file.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }
}
