package io.moderato.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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

  /** What a sync waits for. */
  static volatile CountDownLatch syncs = new CountDownLatch(0);

  /** How many syncs succeed before the power goes in the middle of one; negative for no cut. */
  private static final AtomicInteger SYNCS_LEFT = new AtomicInteger(-1);

  private static volatile Random dice = new Random();
  private static volatile boolean powerless;

  /** The disk as H2 names it, with power and without faults. */
  static String scheme() {
    failSync = false;
    failWrite = false;
    powerless = false;
    SYNCS_LEFT.set(-1);
    FilePath.register(new FaultyFilePath());
    return "faulty:";
  }

  /** Cuts the power in the middle of the sync after the next {@code syncs}, where something is always unsynced. */
  static void cutPowerAfter(int syncs, Random random) {
    dice = random;
    SYNCS_LEFT.set(syncs);
  }

  static boolean isPowerless() {
    return powerless;
  }

  @Override
  public String getScheme() {
    return "faulty";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    if (powerless) {
      throw new IOException("no power");
    }
    return new Faulty(getBase().open(mode));
  }

  private static final class Faulty extends FileBaseDefault {
    private static final int BLOCK = 4096;
    private final FileChannel file;

    /** What each block held when it was last synced; null where it was behind the end. */
    private final TreeMap<Long, byte @Nullable []> synced = new TreeMap<>();

    private long syncedSize;

    Faulty(FileChannel file) throws IOException {
      this.file = file;
      this.syncedSize = file.size();
    }

    private void requirePower() throws IOException {
      if (powerless) {
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
      awaitLatch();
      requirePower();
      if (failSync) {
        throw new IOException("injected: sync failed");
      }
      if (SYNCS_LEFT.getAndUpdate(left -> Math.max(-1, left - 1)) == 0) {
        cut(dice);
        requirePower();
      }
      synced.clear();
      syncedSize = file.size();
    }

    private static void awaitLatch() throws IOException {
      try {
        syncs.await();
      } catch (InterruptedException stop) {
        throw new IOException(stop);
      }
    }

    private void cut(Random random) throws IOException {
      powerless = true;
      for (var block : synced.entrySet()) {
        if (random.nextBoolean()) {
          byte[] before = block.getValue() == null ? new byte[BLOCK] : block.getValue();
          file.write(ByteBuffer.wrap(before), block.getKey() * BLOCK);
        }
      }
      if (random.nextBoolean() && file.size() > syncedSize) {
        file.truncate(syncedSize);
      }
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
      file.close();
    }
  }
}
