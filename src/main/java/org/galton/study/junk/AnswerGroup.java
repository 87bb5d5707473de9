package org.galton.study.junk;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Answers that are counted together.
 *
 * @param task null where nothing names it
 * @param model likewise
 * @param dose likewise
 */
record AnswerGroup(String task, String model, Double dose)
    implements Serializable, Comparable<AnswerGroup> {
  private static final Comparator<AnswerGroup> ORDER =
      Comparator.comparing(AnswerGroup::task, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(AnswerGroup::dose, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(AnswerGroup::model, Comparator.nullsFirst(Comparator.naturalOrder()));

  @Override
  public int compareTo(AnswerGroup other) {
    return ORDER.compare(this, other);
  }
}
