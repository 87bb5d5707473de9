package org.galton.benchmark.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A row of a file.
 *
 * @param number counted from 1
 * @param columns by name, in the file's order: null, {@link Boolean}, {@link Long}, {@link Double},
 *     {@link String}, lists and mappings of them
 */
public record PublishedRow(int number, Map<String, Object> columns) {
  /** A column, and what is found where none is. */
  private static final Object ABSENT = new Object();

  /**
   * The value at a path such as {@code answers.text}; through a list it leads to the list of what
   * its items hold. A column whose own name has dots comes first. Absent is not null: a column may
   * be there and empty.
   */
  public Optional<Found> at(String path) {
    Object value = within(columns, path);
    return value == ABSENT ? Optional.empty() : Optional.of(new Found(value));
  }

  /**
   * What stands at a path.
   *
   * @param value may be null
   */
  public record Found(Object value) {}

  private static Object within(Object owner, String path) {
    if (owner instanceof List<?> items) {
      List<Object> values = new ArrayList<>();
      for (Object item : items) {
        Object value = within(item, path);
        if (value == ABSENT) {
          return ABSENT;
        }
        values.add(value);
      }
      return values;
    }
    if (!(owner instanceof Map<?, ?> entries)) {
      return ABSENT;
    }
    if (entries.containsKey(path)) {
      return entries.get(path);
    }
    int dot = path.indexOf('.');
    return dot < 0 || !entries.containsKey(path.substring(0, dot))
        ? ABSENT
        : within(entries.get(path.substring(0, dot)), path.substring(dot + 1));
  }
}
