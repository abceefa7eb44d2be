package io.moderato.embedded;

import static de.bwaldvogel.mongo.wire.BsonConstants.TERMINATING_BYTE;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_ARRAY;
import static de.bwaldvogel.mongo.wire.BsonConstants.TYPE_EMBEDDED_DOCUMENT;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.OpCode;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes an answer as the server's own encoder does, but for what is stored as BSON already: that is copied. */
final class MessageEncoder extends MessageToByteEncoder<MongoMessage> {
  @Override
  protected void encode(ChannelHandlerContext context, MongoMessage message, ByteBuf out) {
    int begin = out.writerIndex();
    out.writeIntLE(0); // its length, as soon as it is known
    out.writeIntLE(message.getHeader().getRequestID());
    out.writeIntLE(message.getHeader().getResponseTo());
    out.writeIntLE(OpCode.OP_MSG.getId());
    out.writeIntLE(message.getFlags());
    out.writeByte(MongoMessage.SECTION_KIND_BODY);
    write(message.getDocument(), out);
    out.setIntLE(begin, out.writerIndex() - begin);
  }

  private static void write(Document document, ByteBuf out) {
    int begin = out.writerIndex();
    out.writeIntLE(0);
    for (var element : document.entrySet()) {
      write(element.getKey(), element.getValue(), out);
    }
    out.writeByte(TERMINATING_BYTE);
    out.setIntLE(begin, out.writerIndex() - begin);
  }

  private static void write(Collection<?> array, ByteBuf out) {
    int begin = out.writerIndex();
    int index = 0;
    out.writeIntLE(0);
    for (var element : array) {
      write(String.valueOf(index++), element, out);
    }
    out.writeByte(TERMINATING_BYTE);
    out.setIntLE(begin, out.writerIndex() - begin);
  }

  private static void write(String name, @Nullable Object value, ByteBuf out) {
    int type = out.writerIndex();
    out.writeByte(0);
    out.writeCharSequence(name, StandardCharsets.UTF_8);
    out.writeByte(TERMINATING_BYTE);
    out.setByte(type, write(value, out));
  }

  /** @return the value's type */
  private static byte write(@Nullable Object value, ByteBuf out) {
    if (value instanceof StoredValue stored) {
      out.writeBytes(stored.bytes(), stored.begin(), stored.length());
      return stored.type();
    }
    if (value instanceof Document document) {
      write(document, out);
      return TYPE_EMBEDDED_DOCUMENT;
    }
    if (value instanceof Collection<?> array) {
      write(array, out);
      return TYPE_ARRAY;
    }
    byte type = BsonEncoder.determineType(value);
    BsonEncoder.encodeValue(type, value, out);
    return type;
  }
}
