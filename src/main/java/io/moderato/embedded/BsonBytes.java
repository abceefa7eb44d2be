package io.moderato.embedded;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.Unpooled;

/**
 * Documents as BSON, the form in which they are stored: a fifth of the size of Java serialisation, and no two requests ever
 * share a mutable document.
 */
final class BsonBytes {
  private BsonBytes() {}

  static byte[] of(Document document) {
    var buffer = Unpooled.buffer(1024);
    BsonEncoder.encodeDocument(document, buffer);
    byte[] bytes = new byte[buffer.readableBytes()];
    buffer.readBytes(bytes);
    return bytes;
  }

  static Document read(byte[] bytes) {
    return StoredDocument.read(bytes, WantedFields.ALL);
  }
}
