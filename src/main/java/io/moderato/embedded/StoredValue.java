package io.moderato.embedded;

/**
 * A document or an array in a stored document, which goes to a client as it is, neither decoded nor encoded.
 *
 * @param type of BSON
 * @param bytes of the whole stored document, never changed
 * @param begin where the value begins
 * @param length of the value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredValue(byte type, byte[] bytes, int begin, int length) {}
