package org.galton.benchmark.rows;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The one text of a Python pickle. Only the operations that such a pickle needs are known: a pickle
 * can name any function to call, and any other operation is an error.
 */
final class PickledText {
  private static final int PROTO = 0x80;
  private static final int FRAME = 0x95;
  private static final int SHORT_BINUNICODE = 0x8c;
  private static final int BINUNICODE = 'X';
  private static final int BINUNICODE8 = 0x8d;
  private static final int MEMOIZE = 0x94;
  private static final int BINPUT = 'q';
  private static final int STOP = '.';

  private final ByteBuffer bytes;
  private String text;

  private PickledText(byte[] pickle) {
    this.bytes = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * @throws IllegalArgumentException with what is wrong
   */
  static String read(byte[] pickle) {
    PickledText reader = new PickledText(pickle);
    try {
      while (reader.goesOn()) {
        // Each round reads one operation.
      }
    } catch (BufferUnderflowException e) {
      throw new IllegalArgumentException("its pickle is cut short", e);
    }
    if (reader.text == null || reader.bytes.hasRemaining()) {
      throw new IllegalArgumentException("its pickle is more or less than one text");
    }
    return reader.text;
  }

  /** Reads one operation; false after the last. */
  private boolean goesOn() {
    int operation = Byte.toUnsignedInt(bytes.get());
    switch (operation) {
      case PROTO, BINPUT -> bytes.get();
      case FRAME -> bytes.getLong();
      case MEMOIZE -> {}
      case SHORT_BINUNICODE -> take(Byte.toUnsignedLong(bytes.get()));
      case BINUNICODE -> take(Integer.toUnsignedLong(bytes.getInt()));
      case BINUNICODE8 -> take(bytes.getLong());
      case STOP -> {
        return false;
      }
      default ->
          throw new IllegalArgumentException(
              "its pickle has the operation 0x%02x at byte %d, expected those of one text only"
                  .formatted(operation, bytes.position() - 1));
    }
    return true;
  }

  private void take(long length) {
    if (text != null) {
      throw new IllegalArgumentException("its pickle has more than one text");
    }
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    ByteBuffer part = bytes.slice(bytes.position(), (int) length);
    bytes.position(bytes.position() + (int) length);
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(part).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("its pickle's text is not UTF-8", e);
    }
  }
}
