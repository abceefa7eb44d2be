package io.moderato.service;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire between service and store that can be cut and mended. */
final class StoreProxy implements AutoCloseable {
  private final ServerSocket server;
  private final int target;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  /** @param target the store's port on this machine */
  StoreProxy(int target, boolean cut) {
    this.target = target;
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
      daemon(() -> pass(client, store));
      daemon(() -> pass(store, client));
    } catch (IOException e) {
      closeQuietly(client);
    }
  }

  private void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
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
