package org.galton.spec;

/**
 * Where a value was written.
 *
 * @param order lines of the file come first, overrides after them
 * @param name what a problem calls it, such as {@code jobs/x.yaml line 12} or {@code --set seed=x}
 * @param reference how a problem elsewhere points to it, such as {@code line 12}
 */
record Place(int order, String name, String reference) {
  private static final int FIRST_OVERRIDE = 1 << 30;

  static Place file(String file) {
    return new Place(0, file, file);
  }

  static Place line(String file, int line) {
    return new Place(line, file + " line " + line, "line " + line);
  }

  static Place override(int index, String text) {
    String name = "--set " + Shown.plain(text);
    return new Place(FIRST_OVERRIDE + index, name, name);
  }
}
