package org.galton.study.judges;

import java.io.Serializable;
import java.util.Comparator;

/** A rollout of a cell. */
record Judged(String promptId, int rolloutIndex) implements Serializable, Comparable<Judged> {
  private static final Comparator<Judged> ORDER =
      Comparator.comparingInt(Judged::rolloutIndex).thenComparing(Judged::promptId);

  /** Different prompts first; ids of prompts are hashes, and so as good as random. */
  @Override
  public int compareTo(Judged other) {
    return ORDER.compare(this, other);
  }
}
