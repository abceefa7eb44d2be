package io.moderato.service;

import com.mongodb.ConnectionString;
import com.mongodb.ServerAddress;
import io.moderato.embedded.EmbeddedServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A wire between service and store that can be cut and mended, and slowed down. */
final class StoreProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;
  private volatile Duration delay = Duration.ZERO;

  StoreProxy(EmbeddedServer store, boolean cut) {
    var host = new ConnectionString(store.connectionString()).getHosts().get(0);
    this.target = new ServerAddress(host).getPort();
    this.cut = cut;
    try {
      this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  /** Ends every connection, and every new one at once. */
  void cut() {
    cut = true;
    open.forEach(StoreProxy::closeQuietly);
  }

  void mend() {
    cut = false;
  }

  /** Each answer of the store takes so much longer from now on. */
  void slow(Duration delay) {
    this.delay = delay;
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        if (cut) {
          client.close();
        } else {
          join(client);
        }
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void join(Socket client) {
    try {
      var store = new Socket(InetAddress.getLoopbackAddress(), target);
      open.add(client);
      open.add(store);
      daemon(() -> pass(client, store, false));
      daemon(() -> pass(store, client, true));
    } catch (IOException e) {
      closeQuietly(client);
    }
  }

  private void pass(Socket from, Socket to, boolean isDelayed) {
    try {
      byte[] piece = new byte[1 << 16];
      for (int read = 0; read >= 0; read = from.getInputStream().read(piece)) {
        if (isDelayed) {
          LockSupport.parkNanos(delay.toNanos());
        }
        to.getOutputStream().write(piece, 0, read);
      }
    } catch (IOException e) {
      // cut
    } finally {
      closeQuietly(from);
      closeQuietly(to);
      open.remove(from);
      open.remove(to);
    }
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "store-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  private static void closeQuietly(Closeable closeable) {
    try {
      closeable.close();
    } catch (IOException e) {
      // it is closed
    }
  }

  @Override
  public void close() {
    cut();
    closeQuietly(server);
  }
}
