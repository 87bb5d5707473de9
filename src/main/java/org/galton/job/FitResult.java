package org.galton.job;

import java.util.List;

/**
 * The curves of all series of an input.
 *
 * @param series by name
 */
public record FitResult(String input, List<FittedSeries> series) {

  /** Series whose curve may be read. */
  public long accepted() {
    return series.stream().filter(one -> one.fit().asymptote() != null).count();
  }
}
