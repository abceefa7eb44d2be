package io.moderato.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.jspecify.annotations.Nullable;

/**
 * A disk that fails on demand and loses its power: what was written since the last sync is kept apart, in blocks of 4 KiB, and
 * at the cut each block is there or not, as the dice fall.
 */
public final class FaultyFilePath extends FilePathWrapper {
  static volatile boolean failSync;
  static volatile boolean failWrite;
  private static final List<Faulty> OPEN = new ArrayList<>();

  static String scheme() {
    failSync = false;
    failWrite = false;
    FilePath.register(new FaultyFilePath());
    return "faulty:";
  }

  /** Loses a part of what was not synced, and everything that comes after. */
  static void cutPower(Random random) throws IOException {
    synchronized (OPEN) {
      for (var file : OPEN) {
        file.cut(random);
      }
      OPEN.clear();
    }
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    var file = new Faulty(getBase().open(mode));
    synchronized (OPEN) {
      OPEN.add(file);
    }
    return file;
  }

  private static final class Faulty extends FileBaseDefault {
    private static final int BLOCK = 4096;
    private final FileChannel file;

    /** What each block held when it was last synced; null where it was behind the end. */
    private final TreeMap<Long, byte @Nullable []> synced = new TreeMap<>();

    private long syncedSize;
    private boolean dead;

    Faulty(FileChannel file) throws IOException {
      this.file = file;
      this.syncedSize = file.size();
    }

    private void requirePower() throws IOException {
      if (dead) {
        throw new IOException("no power");
      }
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
      requirePower();
      if (failWrite) {
        throw new IOException("injected: write failed");
      }
      long last = (position + source.remaining() - 1) / BLOCK;
      for (long block = position / BLOCK; block <= last; block++) {
        if (!synced.containsKey(block)) {
          synced.put(block, content(block));
        }
      }
      return file.write(source, position);
    }

    private byte @Nullable [] content(long block) throws IOException {
      var bytes = ByteBuffer.allocate(BLOCK);
      return file.read(bytes, block * BLOCK) <= 0 ? null : bytes.array();
    }

    @Override
    public synchronized void force(boolean metaData) throws IOException {
      requirePower();
      if (failSync) {
        throw new IOException("injected: sync failed");
      }
      synced.clear();
      syncedSize = file.size();
    }

    private synchronized void cut(Random random) throws IOException {
      dead = true;
      if (!file.isOpen()) {
        return;
      }
      for (var block : synced.entrySet()) {
        if (random.nextBoolean()) {
          byte[] before = block.getValue() == null ? new byte[BLOCK] : block.getValue();
          file.write(ByteBuffer.wrap(before), block.getKey() * BLOCK);
        }
      }
      if (random.nextBoolean() && file.size() > syncedSize) {
        file.truncate(syncedSize);
      }
      file.close();
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
      requirePower();
      return file.read(target, position);
    }

    @Override
    public long size() throws IOException {
      return file.size();
    }

    @Override
    protected synchronized void implTruncate(long size) throws IOException {
      requirePower();
      file.truncate(size);
      synced.tailMap((size + BLOCK - 1) / BLOCK).clear();
      syncedSize = Math.min(syncedSize, size);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
      return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      synchronized (OPEN) {
        OPEN.remove(this);
      }
      file.close();
    }
  }
}
