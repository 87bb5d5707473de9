package org.galton.cli;

/** A word as it is typed in a shell. */
final class ShellWord {
  private static final String PLAIN_WORD = "[A-Za-z0-9_./:@=,+-]+";

  private ShellWord() {}

  static String of(String word) {
    return word.matches(PLAIN_WORD) ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
