package org.galton.study.scaling;

import java.util.List;

/**
 * The curves of all series of an input.
 *
 * @param series by name
 * @param recipes by mean A, where a column names the replicate; else none
 */
public record FitResult(String input, List<FittedSeries> series, List<RecipeSpread> recipes) {

  /** The run whose rows these are. */
  public String runId() {
    return series.get(0).fit().runId();
  }

  /** Series whose curve may be read. */
  public long accepted() {
    return series.stream().filter(one -> one.fit().asymptote() != null).count();
  }
}
