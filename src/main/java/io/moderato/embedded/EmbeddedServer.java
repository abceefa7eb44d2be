package io.moderato.embedded;

import de.bwaldvogel.mongo.wire.MongoWireProtocolHandler;
import de.bwaldvogel.mongo.wire.MongoWireReplyEncoder;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A server in this process that speaks MongoDB's protocol, on the loopback interface only, over a file in the data directory.
 *
 * <p>What it acknowledges is on the disk. While the disk is full or fails, writes are refused with MongoDB's error 14031
 * ({@code OutOfDiskSpace}) or 39 ({@code FileStreamFailed}), which the driver raises as {@code MongoCommandException}, and
 * resume by themselves; reads go on but for a moment.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final int EVENT_LOOPS = 2;

  /** More threads than cores, so that one long walk over a collection leaves some for the others. */
  private static final int WORKERS = 4;

  private final DurableBackend backend;
  private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
      EVENT_LOOPS, threads("embedded-net"), NioIoHandler.newFactory());
  private final ExecutorService workers =
      Executors.newFixedThreadPool(WORKERS, threads("embedded-command"));
  private final ChannelGroup clients = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Channel door;

  private EmbeddedServer(DurableBackend backend) {
    this.backend = backend;
    try {
      this.door = listen();
    } catch (RuntimeException failure) {
      stop();
      throw failure;
    }
  }

  /**
   * Opens or creates the store in {@code dataDir} and listens on a free port; returns when it can be used. Blocks for the disk.
   *
   * @throws EmbeddedServerException where the directory is not writable, the file in use or damaged; the message says what to do
   */
  public static EmbeddedServer start(Path dataDir) {
    return start(new StoreFile(dataDir, ""));
  }

  static EmbeddedServer start(StoreFile file) {
    return new EmbeddedServer(DurableBackend.open(file));
  }

  private static DefaultThreadFactory threads(String name) {
    return new DefaultThreadFactory(name, true);
  }

  private Channel listen() {
    return new ServerBootstrap()
        .group(loops)
        .channel(NioServerSocketChannel.class)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(new ChannelInitializer<SocketChannel>() {
          @Override
          protected void initChannel(SocketChannel client) {
            clients.add(client);
            client
                .pipeline()
                .addLast(new MongoWireReplyEncoder())
                .addLast(new MessageEncoder())
                .addLast(new MongoWireProtocolHandler())
                .addLast(new WireHandler(backend, workers));
          }
        })
        .bind(new InetSocketAddress("127.0.0.1", 0))
        .syncUninterruptibly()
        .channel();
  }

  /** For the driver; names the database {@code moderato}. A single server knows no retryable writes. */
  public String connectionString() {
    var address = (InetSocketAddress) door.localAddress();
    return "mongodb://127.0.0.1:%d/moderato?directConnection=true&retryWrites=false"
        .formatted(address.getPort());
  }

  /** Refuses new commands, finishes those under way, and closes the file. Close the driver's client first. */
  @Override
  public void close() {
    door.close().syncUninterruptibly();
    stop();
  }

  private void stop() {
    workers.shutdown();
    try {
      if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    backend.close();
    clients.close().awaitUninterruptibly();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
