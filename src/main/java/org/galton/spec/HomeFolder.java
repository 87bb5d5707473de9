package org.galton.spec;

/**
 * What {@code ~} at the start of a path means. A shell replaces it only where a word begins with
 * it, so {@code output=~/runs} and what a spec says reach us as they were written.
 */
public final class HomeFolder {
  private HomeFolder() {}

  /**
   * The path with a leading {@code ~/} replaced by the home folder, every other as it is.
   *
   * @throws IllegalArgumentException when the path begins with another user's {@code ~name}
   */
  public static String expand(String path) {
    return expand(path, System.getProperty("user.home"));
  }

  static String expand(String path, String home) {
    if (path.equals("~") || path.startsWith("~/")) {
      return home + path.substring(1);
    }
    if (path.startsWith("~")) {
      throw new IllegalArgumentException(
          "Cannot use path '%s': only ~/ stands for a home folder, your own; write the whole path, or ./%s for a file of that name"
              .formatted(path, path));
    }
    return path;
  }

  /** A path in a spec. */
  public static ValueType<String> path() {
    ValueType<String> text = ValueType.text();
    return new ValueType<>(
        text.expected(),
        text.standIn(),
        text.words(),
        written -> text.parse().apply(written).map(HomeFolder::expand));
  }
}
