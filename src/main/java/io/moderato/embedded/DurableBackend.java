package io.moderato.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import java.io.IOException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes commands, and answers each when its effect is on the disk ({@link GroupSync}).
 *
 * <p>When committing or syncing fails, nothing more is acknowledged from that state of the file: a later sync can succeed
 * although data is gone. Everybody who waits gets a {@link StoreFailure}; the state in memory is thrown away; and the file is
 * opened again at its last sealed version, until it can be written. As soon as it can be read, reads are served again; writes
 * are once a commit and a sync have succeeded. Cursors do not outlive that (MongoDB's error 43, {@code CursorNotFound}).
 */
final class DurableBackend implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DurableBackend.class);
  private static final long RETRY_MILLIS = 250;
  private static final Set<String> WRITES = Set.of(
      "insert",
      "update",
      "delete",
      "findandmodify",
      "create",
      "createindexes",
      "drop",
      "dropindexes",
      "dropdatabase",
      "renamecollection");

  private record Opened(MVStore store, IndexedBackend backend, GroupSync sync) {}

  private final StoreFile file;

  /** Writers share it, a commit has it alone: a command is in a commit as a whole, its index entries included, or not at all. */
  private final ReentrantReadWriteLock commands = new ReentrantReadWriteLock();

  private final Thread keeper = new Thread(this::keep, "embedded-store");

  private volatile @Nullable Opened opened;
  private volatile boolean writable;
  private volatile boolean closed;
  private volatile @Nullable Throwable problem;

  private DurableBackend(StoreFile file) {
    this.file = file;
    keeper.setDaemon(true);
  }

  /** Opens the file, or throws an {@link EmbeddedServerException}. */
  static DurableBackend open(StoreFile file) {
    var backend = new DurableBackend(file);
    var first = backend.openFile();
    backend.opened = first;
    backend.writable = true;
    backend.keeper.start();
    return backend;
  }

  private Opened openFile() {
    var store = file.open();
    try {
      return new Opened(
          store, new IndexedBackend(store), new GroupSync(store, commands.writeLock()));
    } catch (RuntimeException unreadable) {
      store.closeImmediately();
      throw file.explained(unreadable);
    }
  }

  /** Fails with a {@link MongoServerException} for the client. To be called on a thread that may wait for the disk. */
  CompletableFuture<Document> execute(Channel channel, String database, Document command) {
    String name = command.keySet().iterator().next();
    return isWrite(name, command)
        ? write(channel, database, name, command)
        : read(channel, database, name, command);
  }

  private static boolean isWrite(String name, Document command) {
    return WRITES.contains(name.toLowerCase(Locale.ROOT))
        || command.get("pipeline") instanceof Collection<?> stages
            && stages.stream()
                .anyMatch(stage -> stage instanceof Document one
                    && (one.containsKey("$out") || one.containsKey("$merge")));
  }

  /** An error, such as a duplicate key, waits like a success: it tells of a document that must not vanish either. */
  private CompletableFuture<Document> write(
      Channel channel, String database, String name, Document command) {
    var answer = new CompletableFuture<Document>();
    commands.readLock().lock();
    try {
      var current = opened;
      if (current == null || !writable) {
        return CompletableFuture.failedFuture(StoreFailure.of(problem));
      }
      var onDisk = current.sync().written(namespace(database, name, command));
      run(current, channel, database, name, command, answer);
      return onDisk.thenCompose(done -> answer);
    } finally {
      commands.readLock().unlock();
    }
  }

  private static void run(
      Opened current,
      Channel channel,
      String database,
      String name,
      Document command,
      CompletableFuture<Document> answer) {
    try {
      answer.complete(current.backend().handleCommand(channel, database, name, command));
    } catch (MongoServerException refused) {
      answer.completeExceptionally(refused);
    } catch (RuntimeException | Error failure) {
      if (current.store().hasUnsavedChanges()) { // its own among them, perhaps
        current.sync().breakOff(failure);
      }
      if (!(failure instanceof MVStoreException)) { // which is logged once, for all commands
        LOG.atError().addKeyValue("command", name).setCause(failure).log("command failed");
      }
      answer.completeExceptionally(StoreFailure.of(failure));
    }
  }

  private CompletableFuture<Document> read(
      Channel channel, String database, String name, Document command) {
    var current = opened;
    if (current == null) {
      return CompletableFuture.failedFuture(StoreFailure.of(problem));
    }
    try {
      var version = current
          .store()
          .registerVersionUsage(); // keeps the pages of this version from being overwritten
      try {
        var answer = current.backend().handleCommand(channel, database, name, command);
        if (isContentWithLess(command)) {
          return CompletableFuture.completedFuture(answer);
        }
        var seen = command.get(name) instanceof String && !name.equals("aggregate")
            ? current.sync().read(namespace(database, name, command))
            : current.sync().readAny();
        return seen.thenApply(onDisk -> answer);
      } finally {
        current.store().deregisterVersionUsage(version);
      }
    } catch (MongoServerException refused) {
      return CompletableFuture.failedFuture(refused);
    } catch (MVStoreException failure) {
      return CompletableFuture.failedFuture(StoreFailure.of(failure));
    } catch (RuntimeException | Error defect) {
      LOG.atError().addKeyValue("command", name).setCause(defect).log("command failed");
      return CompletableFuture.failedFuture(
          new MongoServerError(1, "InternalError", defect.toString()));
    }
  }

  /** Whether it asks for the read concern "local" by name: what it sees may still be lost in a power cut. All others wait. */
  private static boolean isContentWithLess(Document command) {
    return command.get("readConcern") instanceof Document concern
        && "local".equals(concern.get("level"));
  }

  private static String namespace(String database, String name, Document command) {
    return database + "." + command.get(name);
  }

  /** The life of the one thread that commits. */
  private void keep() {
    while (!closed) {
      try {
        var current = opened;
        if (current == null) {
          current = openFile();
          opened = current;
        }
        if (!writable) {
          prove(current);
        }
        if (writable) {
          current.sync().run();
        }
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException | Error failure) {
        boolean wasWritable = writable;
        retire(failure);
        if (wasWritable) {
          continue; // open it again at once: reads wait for that alone
        }
      }
      pause();
    }
  }

  /** Found sound: there is space, and a commit and a sync go through. */
  private void prove(Opened current) {
    try {
      file.requireSpace();
    } catch (IOException full) {
      problem = full;
      return;
    }
    // the smallest change there is to commit
    current.store().setStoreVersion(current.store().getStoreVersion() + 1);
    current.sync().sync();
    writable = true;
    problem = null;
    LOG.atInfo().addKeyValue("file", file.path()).log("embedded store is writable again");
  }

  private void retire(Throwable failure) {
    var lost = opened;
    if (writable) {
      LOG.atError()
          .addKeyValue("file", file.path())
          .setCause(failure)
          .log("embedded store can't be written");
    }
    problem = failure;
    writable = false;
    commands.writeLock().lock(); // no command is under way when its store goes
    try {
      opened = null;
    } finally {
      commands.writeLock().unlock();
    }
    if (lost != null) {
      lost.sync().fail(StoreFailure.of(failure));
      lost.store().closeImmediately();
    }
  }

  private synchronized void pause() {
    if (!closed && !writable) {
      try {
        wait(RETRY_MILLIS);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends when everything written is on the disk and the file is closed. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    var current = opened;
    if (current != null) {
      current.sync().close();
    }
    boolean interrupted = false;
    while (keeper.isAlive()) {
      try {
        keeper.join();
      } catch (InterruptedException stop) {
        interrupted = true;
      }
    }
    closeFile();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeFile() {
    var current = opened;
    if (current != null) {
      opened = null;
      current.sync().fail(StoreFailure.of(null));
      try {
        current.store().close();
      } catch (MVStoreException failure) {
        current.store().closeImmediately();
        LOG.atWarn()
            .addKeyValue("file", file.path())
            .setCause(failure)
            .log("embedded store was not closed cleanly");
      }
    }
  }
}
