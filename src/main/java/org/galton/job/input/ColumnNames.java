package org.galton.job.input;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Names of columns are what they are: another case or a blank makes another name. */
final class ColumnNames {
  private ColumnNames() {}

  /** The wanted name that a found one nearly is, and is not. */
  static Optional<String> near(String found, Collection<String> wanted) {
    String plain = plain(found);
    return wanted.contains(found)
        ? Optional.empty()
        : wanted.stream().filter(name -> plain(name).equals(plain)).findFirst();
  }

  /** A found name that stands there more than once. */
  static Optional<String> twice(List<String> names) {
    return names.stream()
        .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
        .findFirst();
  }

  private static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replace("\uFEFF", "");
  }
}
