package io.moderato.dropin.perspective;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks a body, as the contract's Java client packs it, up to a limit. */
final class GzipBody {
  /** Room for a comment, and for two of the largest texts that its context may hold. */
  private static final int MOST_BYTES = 4 * 1024 * 1024;

  private GzipBody() {}

  static byte[] unpacked(byte[] packed) {
    try (var unpacking = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      var bytes = unpacking.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw Refusal.malformed("Request payload size exceeds the limit.");
      }
      return bytes;
    } catch (IOException e) {
      throw Refusal.malformed("The body is not gzip, as its Content-Encoding says.");
    }
  }
}
