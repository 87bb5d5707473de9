package org.galton.job;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Tells bytes that are no UTF-8. */
final class Utf8 {
  private static final int BUFFER = 1 << 16;

  private Utf8() {}

  /** The first line that is no UTF-8, from 1. */
  static OptionalLong firstWrongLine(InputStream bytes) throws IOException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.allocate(BUFFER);
    CharBuffer out = CharBuffer.allocate(BUFFER);
    long line = 1;
    boolean end = false;
    while (!end) {
      int read = bytes.read(in.array(), in.position(), in.remaining());
      end = read < 0;
      in.position(in.position() + Math.max(0, read)).flip();
      CoderResult result = decoder.decode(in, out.clear(), end);
      for (int i = 0; i < in.position(); i++) {
        line += in.get(i) == '\n' ? 1 : 0;
      }
      if (result.isError()) {
        return OptionalLong.of(line);
      }
      in.compact();
    }
    return OptionalLong.empty();
  }
}
