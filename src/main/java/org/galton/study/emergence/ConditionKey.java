package org.galton.study.emergence;

import java.util.Comparator;

/**
 * Groups that are tested together.
 *
 * @param model null where no surrogates are asked for
 */
record ConditionKey(String experiment, String condition, Window window, String model)
    implements Comparable<ConditionKey> {
  private static final Comparator<ConditionKey> ORDER =
      Comparator.comparing(ConditionKey::experiment)
          .thenComparing(ConditionKey::condition)
          .thenComparing(ConditionKey::window)
          .thenComparing(key -> key.model() == null ? "" : key.model());

  static ConditionKey of(UnitKey unit) {
    return new ConditionKey(
        unit.group().experiment(), unit.group().condition(), unit.window(), unit.nullModel());
  }

  @Override
  public int compareTo(ConditionKey other) {
    return ORDER.compare(this, other);
  }
}
