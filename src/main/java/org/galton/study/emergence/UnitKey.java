package org.galton.study.emergence;

import java.io.Serializable;
import java.util.Comparator;
import org.galton.emergence.NullModel;

/**
 * What one task computes: a group's window against one null model.
 *
 * @param model null where no surrogates are asked for
 */
record UnitKey(GroupKey group, Window window, NullModel model)
    implements Comparable<UnitKey>, Serializable {
  private static final Comparator<UnitKey> ORDER =
      Comparator.comparing(UnitKey::group)
          .thenComparing(UnitKey::window)
          .thenComparingInt(UnitKey::place);

  /** As the tables write it; null where there is none. */
  String nullModel() {
    return model == null ? null : model.label();
  }

  private int place() {
    return model == null ? -1 : model.ordinal();
  }

  @Override
  public int compareTo(UnitKey other) {
    return ORDER.compare(this, other);
  }

  /** The same in every process, as a partition needs it: an enum's own is not. */
  @Override
  public int hashCode() {
    return 31 * (31 * group.hashCode() + window.hashCode()) + place();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnitKey key && compareTo(key) == 0;
  }
}
