package io.moderato.embedded;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** Keys of an index: bytes in unsigned order. H2's own type for byte arrays has no order. */
final class KeyType extends BasicDataType<byte[]> {
  static final KeyType INSTANCE = new KeyType();

  /** What a byte array takes in the heap besides its content, for the page cache's accounts. */
  private static final int ARRAY_HEADER_BYTES = 24;

  private KeyType() {}

  @Override
  public int compare(byte[] one, byte[] two) {
    return Arrays.compareUnsigned(one, two);
  }

  @Override
  public int getMemory(byte[] key) {
    return ARRAY_HEADER_BYTES + key.length;
  }

  @Override
  public void write(WriteBuffer buffer, byte[] key) {
    buffer.putVarInt(key.length).put(key);
  }

  @Override
  public byte[] read(ByteBuffer buffer) {
    byte[] key = new byte[DataUtils.readVarInt(buffer)];
    buffer.get(key);
    return key;
  }

  @Override
  public byte[][] createStorage(int size) {
    return new byte[size][];
  }
}
