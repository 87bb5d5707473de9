package org.galton.spec.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * Text in UTF-8. A byte order mark at its beginning is passed over. Readers throw {@link
 * org.galton.spec.InvalidInput} at the first byte that is not UTF-8 or is NUL, naming file, line
 * and byte.
 */
public final class GivenText {
  /** Of one line, in bytes. */
  public static final int MOST_LINE_BYTES = 64 << 20;

  private static final int CHUNK = 1 << 16;

  private GivenText() {}

  /**
   * Lines of at most {@link #MOST_LINE_BYTES}: a longer one is refused before it is in memory.
   *
   * @param file its name in messages
   */
  public static BufferedReader lines(InputStream bytes, String file) {
    return lines(bytes, file, MOST_LINE_BYTES);
  }

  static BufferedReader lines(InputStream bytes, String file, int mostLineBytes) {
    return new BufferedReader(text(new CheckedText(bytes, file, mostLineBytes)));
  }

  /** A text that may be one long line. */
  public static Reader document(InputStream bytes, String file) {
    return text(new CheckedText(bytes, file, Long.MAX_VALUE));
  }

  /**
   * Reads lines to their end and keeps nothing of them.
   *
   * @throws org.galton.spec.InvalidInput as a reader of them would
   */
  public static void check(InputStream bytes, String file) throws IOException {
    InputStream text = new CheckedText(bytes, file, MOST_LINE_BYTES);
    byte[] chunk = new byte[CHUNK];
    int read = 0;
    while (read >= 0) {
      read = text.read(chunk, 0, CHUNK);
    }
  }

  private static Reader text(InputStream checked) {
    return new InputStreamReader(checked, StandardCharsets.UTF_8);
  }
}
