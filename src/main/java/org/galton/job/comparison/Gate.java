package org.galton.job.comparison;

import java.util.List;
import org.galton.job.gate.LimitGate;
import org.galton.spec.InvalidInput;
import org.galton.statistics.Estimate;
import org.galton.statistics.test.PairedComparison;
import org.galton.sweep.GateRule;

/**
 * A rule about a change, judged. It is missed where the change exceeds the limit beyond doubt, that
 * is where the one-sided lower bound of the change does; each pair of cells is judged by itself.
 *
 * <pre>
 *   lower bound of change &gt; limit, the end of the two-sided interval at 2 confidence - 1
 * </pre>
 *
 * @param confidence one-sided, above 0.5 and below 1
 */
public record Gate(GateRule rule, double confidence) {

  public Gate {
    LimitGate.checkConfidence(confidence);
  }

  /**
   * @throws IllegalArgumentException when the sentence is no {@link GateRule}
   */
  public static Gate parse(String sentence, double confidence) {
    return new Gate(GateRule.parse(sentence), confidence);
  }

  /** A verdict for each pair of cells. */
  public List<GateVerdict> judge(ComparisonResult result) {
    return result.cells().stream().map(this::judge).toList();
  }

  GateVerdict judge(CellComparison cell) {
    MetricComparison metric =
        cell.metrics().stream()
            .filter(found -> found.title().equals(rule.metric()))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "Cannot judge gate '%s': %s and %s have no %s on %s; expected one of %s"
                            .formatted(
                                this,
                                cell.pair().baselineName(),
                                cell.pair().candidateName(),
                                rule.metric(),
                                cell.pair().task(),
                                cell.metrics().stream().map(MetricComparison::title).toList())));
    // A one-sided bound at 0.95 is the end of a two-sided interval at 0.90.
    Estimate change =
        metric
            .values()
            .compare(PairedComparison.withDefaults().ofShares().withConfidence(2 * confidence - 1))
            .difference();
    if (change.standardError().isEmpty()) {
      throw new InvalidInput(
          "Cannot judge gate '%s': %s of %s and %s on %s has no error bar with %d prompts; expected"
                  .formatted(
                      this,
                      rule.metric(),
                      cell.pair().baselineName(),
                      cell.pair().candidateName(),
                      cell.pair().task(),
                      change.prompts())
              + " two prompts or more, in two clusters or more, with enough rollouts in both");
    }
    double value = change.value().orElseThrow();
    return switch (rule.direction()) {
      // 0 - x and not -x: no change is 0, not -0.
      case DROPS ->
          new GateVerdict(
              this,
              cell.pair(),
              0 - value,
              0 - change.high().orElseThrow(),
              0 - change.low().orElseThrow());
      case RISES ->
          new GateVerdict(
              this, cell.pair(), value, change.low().orElseThrow(), change.high().orElseThrow());
      case BELOW, ABOVE -> throw new IllegalStateException("a limit is no change: " + rule);
    };
  }

  @Override
  public String toString() {
    return rule.toString();
  }
}
