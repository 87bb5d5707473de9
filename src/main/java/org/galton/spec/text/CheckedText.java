package org.galton.spec.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.galton.spec.InvalidInput;

/** Bytes that are handed on only where they are UTF-8, without NUL, in lines that are not long. */
final class CheckedText extends InputStream {
  private static final int BUFFER = 1 << 16;
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final InputStream bytes;
  private final String file;
  private final long mostLineBytes;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer decoded = CharBuffer.allocate(BUFFER);

  /** What is checked is before its position; behind that the beginning of a character may stand. */
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);

  private int handedOn;
  private long line = 1;
  private long lineBytes;
  private byte last;
  private boolean isBegun;
  private boolean isEnded;

  CheckedText(InputStream bytes, String file, long mostLineBytes) {
    this.bytes = bytes;
    this.file = file;
    this.mostLineBytes = mostLineBytes;
  }

  @Override
  public int read() throws IOException {
    return isThereMore() ? buffer.get(handedOn++) & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!isThereMore()) {
      return -1;
    }
    int count = Math.min(length, buffer.position() - handedOn);
    System.arraycopy(buffer.array(), handedOn, target, offset, count);
    handedOn += count;
    return count;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private boolean isThereMore() throws IOException {
    while (handedOn == buffer.position() && !isEnded) {
      fill();
    }
    return handedOn < buffer.position();
  }

  private void fill() throws IOException {
    buffer.compact();
    int read = bytes.read(buffer.array(), buffer.position(), buffer.remaining());
    isEnded = read < 0;
    buffer.position(buffer.position() + Math.max(read, 0)).flip();
    CoderResult result = decoder.decode(buffer, decoded.clear(), isEnded);
    handedOn = 0;
    if (!isBegun && buffer.position() > 0) {
      isBegun = true;
      handedOn = isMarked() ? MARK.length : 0;
      lineBytes = handedOn;
    }
    pass(handedOn, buffer.position());
    if (result.isError()) {
      throw wrong(
          "is 0x%02X, which is not UTF-8".formatted(buffer.get(buffer.position())),
          "convert it, as 'iconv -f ISO-8859-1 -t UTF-8' does");
    }
  }

  private boolean isMarked() {
    return buffer.position() >= MARK.length
        && buffer.slice(0, MARK.length).equals(ByteBuffer.wrap(MARK));
  }

  private void pass(int from, int to) {
    byte[] checked = buffer.array();
    int start = from;
    for (int i = from; i < to; i++) {
      byte found = checked[i];
      if (found > '\r' || found < 0) {
        continue;
      }
      if (found == 0) {
        lineBytes += i - start;
        throw wrong("is NUL", "convert a text in UTF-16, as 'iconv -f UTF-16 -t UTF-8' does");
      }
      boolean isSecondOfTwo = found == '\n' && (i > from ? checked[i - 1] : last) == '\r';
      if (found == '\n' || found == '\r') {
        requireLine(lineBytes + i - start);
        line += isSecondOfTwo ? 0 : 1;
        lineBytes = 0;
        start = i + 1;
      }
    }
    lineBytes += to - start;
    requireLine(lineBytes);
    last = to > from ? checked[to - 1] : last;
  }

  private void requireLine(long length) {
    if (length > mostLineBytes) {
      throw new InvalidInput(
          "Cannot read %s line %d: it is longer than %,d bytes, the most that one line may have; split it or leave it out"
              .formatted(file, line, mostLineBytes));
    }
  }

  private InvalidInput wrong(String found, String advice) {
    return new InvalidInput(
        "Cannot read %s line %d: its byte %d %s; expected a text in UTF-8; %s"
            .formatted(file, line, lineBytes + 1, found, advice));
  }
}
