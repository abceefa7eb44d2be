package io.moderato.embedded;

import static java.util.Objects.requireNonNull;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Commits and syncs one open store for many writers at a time, and lets their answers go only then.
 *
 * <p>A group is closed after 64 writes or 5 ms, or as soon as it is as large as the last one: a lone writer does not wait for
 * others that do not come. Reads are answered when what they could have seen is on the disk, so that nobody is told of a
 * document that a power cut can still take back. Its methods may be called from any thread.
 */
final class GroupSync {
  private static final int MOST_WRITES = 64;
  private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long IDLE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private record Waiting(long write, CompletableFuture<Void> onDisk) {}

  private final MVStore store;
  private final Lock noWrites;
  private final Housekeeping housekeeping;

  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private final Map<String, Long> lastWrites = new HashMap<>();
  private long lastWrite;
  private long lastOnDisk;
  private long groupSince;
  private long lastGroup = 1;
  private boolean closing;
  private @Nullable Throwable broken;
  private @Nullable MongoServerError failure;

  /** @param noWrites held during a commit, so that no command is half in it */
  GroupSync(MVStore store, Lock noWrites) {
    this.store = store;
    this.noWrites = noWrites;
    this.housekeeping = new Housekeeping(store);
  }

  /**
   * Completes when what the caller is about to write is on the disk. To be called before anybody can see it, by a writer that
   * keeps {@code noWrites} from being taken until it has written.
   */
  synchronized CompletableFuture<Void> written(String namespace) {
    if (lastWrite == lastOnDisk) {
      groupSince = System.nanoTime();
    }
    lastWrites.put(namespace, ++lastWrite);
    notifyAll();
    return after(lastWrite);
  }

  /** Completes when everything is on the disk that a read of this collection could have seen. */
  synchronized CompletableFuture<Void> read(String namespace) {
    return after(lastWrites.getOrDefault(namespace, 0L));
  }

  /** The same for a read that is not limited to one collection. */
  synchronized CompletableFuture<Void> readAny() {
    return after(lastWrite);
  }

  private CompletableFuture<Void> after(long write) {
    if (failure != null) {
      return CompletableFuture.failedFuture(failure);
    } else if (write <= lastOnDisk) {
      return CompletableFuture.completedFuture(null);
    }
    var onDisk = new CompletableFuture<Void>();
    waiting.add(new Waiting(write, onDisk));
    return onDisk;
  }

  /** Prevents that anything more is committed: a command has failed half-way. */
  synchronized void breakOff(Throwable cause) {
    broken = cause;
    notifyAll();
  }

  /** Commits groups until it is closed. Any failure is thrown, and the store must not be used any more then. */
  void run() throws InterruptedException {
    while (true) {
      boolean isGroup = awaitGroup();
      if (isGroup) {
        sync();
        housekeeping.afterSync();
      } else if (isClosing()) {
        return;
      } else if (housekeeping.whenIdle()) {
        sync();
      }
    }
  }

  /** Whether there is a group to commit; else nothing has come for a while, or it is closed. */
  private synchronized boolean awaitGroup() throws InterruptedException {
    long idleSince = System.nanoTime();
    while (broken == null) {
      long now = System.nanoTime();
      long size = lastWrite - lastOnDisk;
      long waitNanos =
          size > 0 ? groupSince + LONGEST_WAIT_NANOS - now : idleSince + IDLE_NANOS - now;
      if (size > 0 && (closing || size >= Math.min(lastGroup, MOST_WRITES))
          || waitNanos <= 0
          || closing) {
        return size > 0;
      }
      TimeUnit.NANOSECONDS.timedWait(this, waitNanos);
    }
    throw new IllegalStateException("a command failed half-way", broken);
  }

  private synchronized boolean isClosing() {
    return closing;
  }

  /** What was written so far, once no command is under way. */
  void sync() {
    long covered;
    noWrites.lock();
    try {
      covered = covered();
      store.commit();
    } finally {
      noWrites.unlock();
    }
    store.sync();
    onDisk(covered);
  }

  private synchronized long covered() {
    if (broken != null) {
      throw new IllegalStateException("a command failed half-way", broken);
    }
    return lastWrite;
  }

  private void onDisk(long covered) {
    var done = new ArrayDeque<Waiting>();
    synchronized (this) {
      lastGroup = Math.max(1, covered - lastOnDisk);
      lastOnDisk = covered;
      groupSince = System.nanoTime();
      lastWrites.values().removeIf(write -> write <= covered);
      waiting.removeIf(each -> each.write() <= covered && done.add(each));
    }
    done.forEach(each -> each.onDisk().complete(null));
  }

  /** Answers everybody who waits, and everybody who comes, with {@code error}. */
  void fail(MongoServerError error) {
    ArrayDeque<Waiting> lost;
    synchronized (this) {
      failure = requireNonNull(error, "error");
      lost = new ArrayDeque<>(waiting);
      waiting.clear();
    }
    lost.forEach(each -> each.onDisk().completeExceptionally(error));
  }

  /** Lets {@link #run} end when what has been written is on the disk. */
  synchronized void close() {
    closing = true;
    notifyAll();
  }
}
