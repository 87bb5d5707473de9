package org.galton.report;

import java.util.List;
import java.util.stream.IntStream;

/** Items of a list at even distances, where a page cannot show them all. */
public final class EvenSample {
  private EvenSample() {}

  /**
   * At most so many, the first and the last among them; all where there are no more.
   *
   * @param most 2 or more
   */
  public static <T> List<T> of(List<T> all, int most) {
    return all.size() <= most
        ? all
        : IntStream.range(0, most)
            .mapToObj(i -> all.get((int) ((long) i * (all.size() - 1) / (most - 1))))
            .toList();
  }
}
