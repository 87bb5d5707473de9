package org.galton.console;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;

/**
 * Keeps a terminal from obeying what a model, a file or a server wrote: control characters, but for
 * line ends and tabs, and those that turn the direction of writing, come out as {@code \}{@code
 * u001b}. Within a JSON string that is the same character, so documents keep their meaning.
 */
public final class PlainWriter extends FilterWriter {
  private PlainWriter(Writer out) {
    super(out);
  }

  /** Shows each line as it ends. */
  public static PrintWriter on(PrintStream stream) {
    return over(new PrintWriter(stream, false, Charset.defaultCharset()));
  }

  static PrintWriter over(Writer writer) {
    return new PrintWriter(new PlainWriter(writer), true);
  }

  @Override
  public void write(int character) throws IOException {
    char written = (char) character;
    if (isObeyed(written)) {
      out.write(String.format("\\u%04x", character));
    } else {
      out.write(character);
    }
  }

  @Override
  public void write(char[] characters, int from, int count) throws IOException {
    write(new String(characters, from, count), 0, count);
  }

  @Override
  public void write(String text, int from, int count) throws IOException {
    int plainFrom = from;
    for (int i = from; i < from + count; i++) {
      if (isObeyed(text.charAt(i))) {
        out.write(text, plainFrom, i - plainFrom);
        write(text.charAt(i));
        plainFrom = i + 1;
      }
    }
    out.write(text, plainFrom, from + count - plainFrom);
  }

  private static boolean isObeyed(char written) {
    if (written == '\n' || written == '\t') {
      return false;
    }
    return Character.isISOControl(written)
        || written == '\u061c'
        || (written >= '\u200e' && written <= '\u200f')
        || (written >= '\u2028' && written <= '\u202e')
        || (written >= '\u2066' && written <= '\u2069');
  }
}
