package org.galton.statistics.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

/**
 * How often a nominal 95 % interval held the truth.
 *
 * @param method how the interval was made
 * @param percent share of replicates whose interval held the truth
 * @param width mean width of the intervals
 */
record Coverage(String method, double percent, double width) {
  static Coverage of(String method, List<Held> replicates) {
    return new Coverage(
        method,
        100 * replicates.stream().mapToInt(held -> held.truth() ? 1 : 0).average().orElseThrow(),
        replicates.stream().mapToDouble(Held::width).average().orElseThrow());
  }

  void assertNominal() {
    assertThat(percent).as(method).isBetween(93.0, 97.0);
  }

  /** For a rival: the study must show what goes wrong with it. */
  void assertFails() {
    assertThat(Math.abs(percent - 95)).as(method + ": " + percent).isGreaterThan(2);
  }

  String line() {
    return String.format(Locale.ROOT, "  %-58s %6.2f %%   width %.4f", method, percent, width);
  }
}
