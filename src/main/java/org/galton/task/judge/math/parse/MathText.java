package org.galton.task.judge.math.parse;

/** The characters of a text, each in its plain spelling; a place beyond the end holds none. */
record MathText(char[] characters) {
  private static final int LONGEST_ARGUMENT = 32;

  int length() {
    return characters.length;
  }

  char at(int index) {
    return index < characters.length ? characters[index] : '\0';
  }

  String between(int start, int end) {
    return new String(characters, start, end - start);
  }

  boolean startsWith(String mark, int from) {
    if (from + mark.length() > characters.length) {
      return false;
    }
    for (int i = 0; i < mark.length(); i++) {
      if (characters[from + i] != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  boolean isDigit(int index) {
    return index < characters.length && characters[index] >= '0' && characters[index] <= '9';
  }

  boolean isAsciiLetter(int index) {
    char c = at(index);
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  boolean isLetter(int index) {
    return isAsciiLetter(index) || (at(index) > 0x7F && Character.isLetter(at(index)));
  }

  int digitsFrom(int from) {
    int end = from;
    while (isDigit(end)) {
      end++;
    }
    return end;
  }

  int blanksFrom(int from) {
    int end = from;
    while (at(end) == ' ') {
      end++;
    }
    return end;
  }

  /** One letter or digit, or what stands in braces, without blanks; empty where it is too long. */
  String argument(int from) {
    if (!startsWith("{", from)) {
      return Character.isLetterOrDigit(at(from)) ? String.valueOf(at(from)) : "";
    }
    int end = argumentEnd(from);
    return end == from
        ? ""
        : between(from + 1, end - 1)
            .replace("\\text", "")
            .replace("\\mathrm", "")
            .replace("{", "")
            .replace("}", "")
            .replace(" ", "");
  }

  /** The same place where the braces do not end soon. */
  int argumentEnd(int from) {
    if (!startsWith("{", from)) {
      return Math.min(characters.length, from + 1);
    }
    int depth = 0;
    int last = Math.min(characters.length, from + LONGEST_ARGUMENT + 2);
    for (int i = from; i < last; i++) {
      depth += characters[i] == '{' ? 1 : characters[i] == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return from;
  }
}
