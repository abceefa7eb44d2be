package io.moderato.embedded;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes single values as bytes whose unsigned order is the server's order of the values, and which are equal exactly where
 * the server's values are equal: {@code 1} and {@code 1.0} are one key, {@code null} and a missing field are one key.
 *
 * <p>No key is the beginning of another one, so keys can be joined and, for descending fields, inverted byte by byte. Values
 * that have no such key (arrays, documents, decimals, infinities, very long strings) are the caller's to treat.
 */
final class KeyEncoder {
  private static final byte NULL = 0x10;
  private static final byte NUMBER = 0x20;
  private static final byte STRING = 0x30;
  private static final byte BINARY = 0x40;
  private static final byte OBJECT_ID = 0x50;
  private static final byte BOOLEAN = 0x60;
  private static final byte INSTANT = 0x70;

  /** Longer strings and binaries stay out of the keys, which would otherwise fill the pages of an index. */
  private static final int LONGEST = 512;

  private static final double TWO_TO_63 = 0x1p63;
  private static final double TWO_TO_31 = 0x1p31;

  private KeyEncoder() {}

  static Optional<byte[]> encode(@Nullable Object value) {
    if (Missing.isNullOrMissing(value)) {
      return Optional.of(new byte[] {NULL});
    } else if (value instanceof Integer || value instanceof Long) {
      return Optional.of(integer(((Number) value).longValue()));
    } else if (value instanceof Double number) {
      return fraction(number);
    } else if (value instanceof String string) {
      return string(string);
    } else if (value instanceof Instant instant) {
      return Optional.of(tagged(INSTANT, ordered(instant.toEpochMilli())));
    } else if (value instanceof ObjectId id) {
      return Optional.of(tagged(OBJECT_ID, id.toByteArray()));
    } else if (value instanceof Boolean flag) {
      return Optional.of(new byte[] {BOOLEAN, (byte) (flag ? 1 : 0)});
    } else if (value instanceof BinData binary && binary.getData().length <= LONGEST) {
      byte[] data = binary.getData();
      return Optional.of(tagged(
          BINARY,
          ByteBuffer.allocate(4 + data.length).putInt(data.length).put(data).array()));
    }
    return Optional.empty();
  }

  static boolean isNull(byte[] key) {
    return key[0] == NULL;
  }

  /** What every key of the same type begins with: ranges end at the borders of a type. */
  static byte[] type(byte[] key) {
    return new byte[] {key[0]};
  }

  /** The key for a descending field. */
  static byte[] inverted(byte[] key) {
    byte[] result = new byte[key.length];
    for (int i = 0; i < key.length; i++) {
      result[i] = (byte) ~key[i];
    }
    return result;
  }

  static byte[] joined(byte[] first, byte[] second) {
    byte[] result = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, result, first.length, second.length);
    return result;
  }

  /** Eight bytes in the order of the numbers. */
  static byte[] ordered(long number) {
    return ByteBuffer.allocate(8).putLong(number ^ Long.MIN_VALUE).array();
  }

  private static byte[] tagged(byte type, byte[] content) {
    return joined(new byte[] {type}, content);
  }

  private static byte[] integer(long number) {
    return ByteBuffer.allocate(10)
        .put(NUMBER)
        .putLong(number ^ Long.MIN_VALUE)
        .put((byte) 1)
        .array();
  }

  /**
   * Whole part, then the sign of the rest, then the rest. Beyond 2^31 the server compares fractions with integers by their whole
   * part only; such numbers have no key, so that the index never disagrees.
   */
  private static Optional<byte[]> fraction(double number) {
    if (number == Math.rint(number) && Math.abs(number) < TWO_TO_63) {
      return Optional.of(integer((long) number));
    }
    if (!(Math.abs(number) < TWO_TO_31)) { // also for NaN
      return Optional.empty();
    }
    long whole = (long) number;
    long bits = Double.doubleToLongBits(number - whole);
    return Optional.of(ByteBuffer.allocate(18)
        .put(NUMBER)
        .putLong(whole ^ Long.MIN_VALUE)
        .put((byte) (bits < 0 ? 0 : 2))
        .putLong(bits < 0 ? ~bits : bits)
        .array());
  }

  /** How a part of a string, without control characters, stands in the string's key: nowhere else in it are these bytes. */
  static byte[] within(String part) {
    var bytes = ByteBuffer.allocate(3 * part.length());
    put(part, bytes);
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  static boolean isString(byte[] keys, int begin) {
    return keys[begin] == STRING;
  }

  /** Where the ascending key ends that begins there among joined ones. */
  static int end(byte[] keys, int begin) {
    return switch (keys[begin]) {
      case NULL -> begin + 1;
      case BOOLEAN -> begin + 2;
      case INSTANT -> begin + 9;
      case NUMBER -> begin + (keys[begin + 9] == 1 ? 10 : 18);
      case OBJECT_ID -> begin + 13;
      case BINARY -> begin + 5 + ByteBuffer.wrap(keys, begin + 1, 4).getInt();
      case STRING -> {
        int end = begin;
        while (keys[end] != 0) {
          end++;
        }
        yield end + 1;
      }
      default -> throw new IllegalArgumentException("no key of an ascending field");
    };
  }

  /** Each UTF-16 unit in one to three bytes, in the order of {@code String.compareTo}, ended by a zero. */
  private static Optional<byte[]> string(String string) {
    if (string.length() > LONGEST) {
      return Optional.empty();
    }
    var bytes = ByteBuffer.allocate(3 * string.length() + 2).put(STRING);
    put(string, bytes);
    bytes.put((byte) 0);
    return Optional.of(Arrays.copyOf(bytes.array(), bytes.position()));
  }

  private static void put(String string, ByteBuffer bytes) {
    for (int i = 0; i < string.length(); i++) {
      char unit = string.charAt(i);
      if (unit < 2) {
        bytes.put((byte) 1).put((byte) (unit + 1));
      } else if (unit < 0x80) {
        bytes.put((byte) unit);
      } else if (unit < 0x800) {
        bytes.put((byte) (0xC0 | unit >> 6)).put((byte) (0x80 | unit & 0x3F));
      } else {
        bytes
            .put((byte) (0xE0 | unit >> 12))
            .put((byte) (0x80 | unit >> 6 & 0x3F))
            .put((byte) (0x80 | unit & 0x3F));
      }
    }
  }
}
