package io.moderato.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.ClientRequest;
import de.bwaldvogel.mongo.wire.message.MessageHeader;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import de.bwaldvogel.mongo.wire.message.MongoReply;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection. The server's own handler answers on the spot and writes refused commands, comment texts included,
 * to the log; this one answers when the disk is ready, and logs none.
 */
final class WireHandler extends SimpleChannelInboundHandler<ClientRequest> {
  private static final AtomicInteger ANSWERS = new AtomicInteger();

  private final DurableBackend backend;
  private final Executor workers;

  WireHandler(DurableBackend backend, Executor workers) {
    this.backend = backend;
    this.workers = workers;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ClientRequest request) {
    var channel = context.channel();
    var header =
        new MessageHeader(ANSWERS.incrementAndGet(), request.getHeader().getRequestID());
    if (request instanceof MongoMessage message) {
      answer(channel, message.getDatabaseName(), message.getDocument())
          .thenAccept(reply -> channel.writeAndFlush(new MongoMessage(channel, header, reply)));
    } else if (request
        instanceof MongoQuery query) { // the driver's first greeting is still of this form
      answer(channel, query.getDatabaseName(), query.getQuery())
          .thenAccept(reply -> channel.writeAndFlush(new MongoReply(header, reply)));
    } else {
      context.close();
    }
  }

  private CompletableFuture<Document> answer(Channel channel, String database, Document command) {
    try {
      return CompletableFuture.supplyAsync(
              () -> backend.execute(channel, database, command), workers)
          .thenCompose(answer -> answer)
          .exceptionally(WireHandler::error);
    } catch (RejectedExecutionException closing) {
      return CompletableFuture.completedFuture(error(closing));
    }
  }

  private static Document error(@Nullable Throwable failure) {
    var cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (!(cause instanceof MongoServerException known)) {
      return error(StoreFailure.of(cause));
    }
    var answer = new Document("ok", 0).append("errmsg", known.getMessageWithoutErrorCode());
    if (known instanceof MongoServerError error) {
      answer.append("code", error.getCode());
      answer.putIfNotNull("codeName", error.getCodeName());
    }
    return answer;
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close(); // what can't be read as a message can't be answered
  }
}
