package io.moderato.embedded;

import static de.bwaldvogel.mongo.wire.BsonConstants.*;
import static java.nio.charset.StandardCharsets.UTF_8;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads of a document in BSON what is wanted, and steps over the rest by its length, as <a href="https://bsonspec.org/spec.html">its
 * specification</a> tells it.
 */
final class StoredDocument {
  private final byte[] bytes;
  private final ByteBuf buffer;
  private final boolean isCopied;
  private int at;

  private StoredDocument(byte[] bytes, boolean isCopied) {
    this.bytes = bytes;
    this.buffer = Unpooled.wrappedBuffer(bytes);
    this.isCopied = isCopied;
  }

  static Document read(byte[] bytes, WantedFields wanted) {
    return new StoredDocument(bytes, false).document(wanted);
  }

  /** For an answer alone: documents and arrays that are wanted as a whole stand in it as {@link StoredValue}. */
  static Document copy(byte[] bytes, WantedFields wanted) {
    return new StoredDocument(bytes, true).document(wanted);
  }

  private Document document(WantedFields wanted) {
    var document = new Document();
    at += Integer.BYTES;
    for (byte type = bytes[at++]; type != TERMINATING_BYTE; type = bytes[at++]) {
      var name = name();
      var fields = wanted.of(name);
      if (fields != null && isReadable(type, fields)) {
        document.put(name, value(type, fields));
      } else {
        skip(type);
      }
    }
    return document;
  }

  private List<@Nullable Object> array(WantedFields wanted) {
    var array = new ArrayList<@Nullable Object>();
    at += Integer.BYTES;
    for (byte type = bytes[at++]; type != TERMINATING_BYTE; type = bytes[at++]) {
      skipName();
      if (isReadable(type, wanted)) {
        array.add(value(type, wanted));
      } else {
        skip(type);
      }
    }
    return array;
  }

  /** Fields are wanted of documents, and of arrays for the documents in them; a plain value has none. */
  private static boolean isReadable(byte type, WantedFields wanted) {
    return wanted.areAll() || type == TYPE_EMBEDDED_DOCUMENT || type == TYPE_ARRAY;
  }

  private @Nullable Object value(byte type, WantedFields wanted) {
    if (isCopied && wanted.areAll() && (type == TYPE_EMBEDDED_DOCUMENT || type == TYPE_ARRAY)) {
      int begin = at;
      skip(type);
      return new StoredValue(type, bytes, begin, at - begin);
    }
    return switch (type) {
      case TYPE_EMBEDDED_DOCUMENT -> document(wanted);
      case TYPE_ARRAY -> array(wanted.ofElements());
      case TYPE_UTF8_STRING -> string();
      default -> {
        buffer.readerIndex(at);
        var value = BsonDecoder.decodeValue(type, buffer);
        at = buffer.readerIndex();
        yield value;
      }
    };
  }

  private String string() {
    int length = buffer.getIntLE(at);
    var string = new String(bytes, at + Integer.BYTES, length - 1, UTF_8);
    at += Integer.BYTES + length;
    return string;
  }

  private String name() {
    int begin = at;
    skipName();
    return new String(bytes, begin, at - 1 - begin, UTF_8);
  }

  private void skipName() {
    while (bytes[at] != STRING_TERMINATION) {
      at++;
    }
    at++;
  }

  private void skip(byte type) {
    switch (type) {
      case TYPE_UNDEFINED, TYPE_NULL, TYPE_MIN_KEY, TYPE_MAX_KEY -> {}
      case TYPE_BOOLEAN -> at += 1;
      case TYPE_INT32 -> at += Integer.BYTES;
      case TYPE_DOUBLE, TYPE_UTC_DATETIME, TYPE_TIMESTAMP, TYPE_INT64 -> at += Long.BYTES;
      case TYPE_OBJECT_ID -> at += LENGTH_OBJECTID;
      case TYPE_DECIMAL128 -> at += 2 * Long.BYTES;
      case TYPE_EMBEDDED_DOCUMENT, TYPE_ARRAY, TYPE_JAVASCRIPT_CODE_WITH_SCOPE ->
        at += buffer.getIntLE(at);
      case TYPE_UTF8_STRING, TYPE_JAVASCRIPT_CODE, TYPE_SYMBOL ->
        at += Integer.BYTES + buffer.getIntLE(at);
      case TYPE_DATA -> at += Integer.BYTES + 1 + buffer.getIntLE(at);
      case TYPE_REGEX -> {
        skipName();
        skipName();
      }
      default -> throw new IllegalArgumentException("no BSON type: " + type);
    }
  }
}
