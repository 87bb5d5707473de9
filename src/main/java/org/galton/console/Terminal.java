package org.galton.console;

import java.util.Map;
import java.util.OptionalInt;

/**
 * How wide the terminal is that an output goes to; nothing where it goes elsewhere. The script
 * {@code galton} asks the terminal and says so in two variables, 0 for no terminal. Without the
 * script {@code COLUMNS} counts, where the process has a console.
 */
public record Terminal(OptionalInt output, OptionalInt errors) {
  private static final int USUAL = 80;

  @SuppressWarnings("SystemConsoleNull") // null on Java 17 where an output goes elsewhere
  private static final Terminal CURRENT = of(System.getenv(), System.console() != null);

  public static Terminal current() {
    return CURRENT;
  }

  static Terminal of(Map<String, String> environment, boolean console) {
    return new Terminal(
        columns(environment, "GALTON_OUT_COLUMNS", console),
        columns(environment, "GALTON_ERR_COLUMNS", console));
  }

  private static OptionalInt columns(
      Map<String, String> environment, String variable, boolean console) {
    String said = environment.get(variable);
    if (said != null) {
      int columns = number(said);
      return columns == 0 ? OptionalInt.empty() : OptionalInt.of(columns);
    }
    int columns = number(environment.getOrDefault("COLUMNS", ""));
    return console ? OptionalInt.of(columns == 0 ? USUAL : columns) : OptionalInt.empty();
  }

  private static int number(String text) {
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
  }
}
