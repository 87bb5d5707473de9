package org.galton.job;

import java.util.List;

/**
 * The curves of all series of an input.
 *
 * @param series by name
 */
public record FitResult(String input, List<FittedSeries> series) {

  /** The run whose rows these are. */
  public String runId() {
    return series.get(0).fit().runId();
  }

  /** Series whose curve may be read. */
  public long accepted() {
    return series.stream().filter(one -> one.fit().asymptote() != null).count();
  }
}
