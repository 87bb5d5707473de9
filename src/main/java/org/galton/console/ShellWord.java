package org.galton.console;

/** A word as it is typed in a shell. */
public final class ShellWord {
  private static final String PLAIN_WORD = "[A-Za-z0-9_./:@=,+-]+";

  private ShellWord() {}

  public static String of(String word) {
    return word.matches(PLAIN_WORD) ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
