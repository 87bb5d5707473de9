package org.galton.console;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a line as bash splits it, as far as the docs need: quotes of all three kinds, a line
 * that ends in a backslash, comments.
 */
public final class ShellWords {
  private final String line;
  private final List<String> words = new ArrayList<>();
  private StringBuilder word;
  private int next;
  private boolean isOpen;

  private ShellWords(String line) {
    this.line = line;
    while (next < line.length()) {
      step();
    }
    end();
  }

  /** Whether a quote is not closed yet, or a backslash joins the line that follows. */
  public static boolean isOpen(String line) {
    return new ShellWords(line).isOpen;
  }

  public static List<String> of(String line) {
    ShellWords split = new ShellWords(line);
    if (split.isOpen) {
      throw new IllegalArgumentException("not a whole line: " + line);
    }
    return split.words;
  }

  private void step() {
    char c = line.charAt(next);
    if (c == '#' && word == null) {
      int end = line.indexOf('\n', next);
      next = end < 0 ? line.length() : end;
    } else if (Character.isWhitespace(c)) {
      end();
      next++;
    } else if (line.startsWith("$'", next)) {
      next++;
      quoted('\'', true);
    } else if (c == '\'' || c == '"') {
      quoted(c, false);
    } else if (c == '\\') {
      isOpen = next + 1 == line.length();
      if (!isOpen && line.charAt(next + 1) != '\n') {
        append(line.charAt(next + 1));
      }
      next += 2;
    } else {
      append(c);
      next++;
    }
  }

  private void quoted(char quote, boolean isEscaped) {
    next++;
    word = word == null ? new StringBuilder() : word;
    while (next < line.length() && line.charAt(next) != quote) {
      if (isEscaped && line.startsWith("\\n", next)) {
        append('\n');
        next += 2;
      } else {
        append(line.charAt(next++));
      }
    }
    isOpen = next == line.length();
    next++;
  }

  private void append(char c) {
    word = word == null ? new StringBuilder() : word;
    word.append(c);
  }

  private void end() {
    if (word != null) {
      words.add(word.toString());
      word = null;
    }
  }
}
