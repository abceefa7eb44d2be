package io.moderato.webhook;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The hosts file and the name servers of the machine. It waits for many names on one thread, so that a name whose servers are
 * silent holds no other one up.
 */
public final class DnsNames implements NameResolver, AutoCloseable {
  private static final int LONGEST_QUERY_MS = 2000;
  private static final int MOST_QUERIES = 8;

  private final Vertx vertx;
  private final MultiThreadIoEventLoopGroup threads = new MultiThreadIoEventLoopGroup(
      1, new DefaultThreadFactory("webhook-names", true), NioIoHandler.newFactory());
  private final DnsNameResolver names = new DnsNameResolverBuilder(threads.next())
      .datagramChannelType(NioDatagramChannel.class)
      .queryTimeoutMillis(LONGEST_QUERY_MS)
      .maxQueriesPerResolve(MOST_QUERIES)
      .build();

  public DnsNames(Vertx vertx) {
    this.vertx = vertx;
  }

  @Override
  public Future<List<InetAddress>> resolve(String host) {
    var found = Promise.<List<InetAddress>>promise();
    var context = vertx.getOrCreateContext();
    names
        .resolveAll(host)
        .addListener(looked -> context.runOnContext(back -> {
          if (looked.isSuccess()) {
            @SuppressWarnings("unchecked") // what resolveAll promises
            var addresses = (List<InetAddress>) looked.getNow();
            found.complete(addresses);
          } else {
            found.fail(new RefusedAddressException("its host can't be looked up"));
          }
        }));
    return found.future();
  }

  @Override
  public void close() {
    names.close();
    threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
