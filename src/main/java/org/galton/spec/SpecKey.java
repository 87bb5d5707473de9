package org.galton.spec;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A key that a spec may have.
 *
 * @param path as {@code --set} takes it, such as {@code tasks.0.prompts}
 */
public record SpecKey(String path, Kind kind) {

  /** What stands behind a key. */
  public enum Kind {
    VALUE,
    LIST,
    SECTION
  }

  /**
   * The override that gives the key a value: {@code rollouts=4}, {@code models=[builtin:abacus]}.
   */
  public String assignment(String value) {
    boolean bare = kind == Kind.LIST && !value.startsWith("[");
    return path + "=" + (bare ? "[" + value + "]" : value);
  }

  /** The key itself, without the sections around it. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** The path without the numbers of items: {@code tasks.prompts}. */
  public String pathOfNames() {
    return Arrays.stream(path.split("\\."))
        .filter(step -> !step.matches("[0-9]+"))
        .collect(Collectors.joining("."));
  }
}
