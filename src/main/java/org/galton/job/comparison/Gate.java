package org.galton.job.comparison;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.galton.spec.InvalidInput;
import org.galton.statistics.Estimate;
import org.galton.statistics.PairedComparison;

/**
 * A change that must not be: {@code pass@1 drops by more than 0.02}. It is missed where the change
 * exceeds the limit beyond doubt, that is where the one-sided lower bound of the change does; each
 * pair of cells is judged by itself.
 *
 * <pre>
 *   change - z SE &gt; limit,   z = 1.645 at a confidence of 0.95, Student's t with families
 * </pre>
 *
 * @param metric as printed: pass@8, mean@n or maj@n
 * @param limit the change that is still allowed, in the metric's unit
 * @param confidence one-sided, above 0.5 and below 1
 */
public record Gate(String metric, Direction direction, double limit, double confidence) {
  private static final Pattern SENTENCE =
      Pattern.compile(
          "\\s*(pass@[0-9]+|mean@n|maj@n)\\s+(drops|rises)\\s+by\\s+more\\s+than"
              + "\\s+([0-9]*[.]?[0-9]+)\\s*");

  /** Which change is meant. */
  public enum Direction {
    DROPS,
    RISES
  }

  public Gate {
    if (!(confidence > 0.5 && confidence < 1)) {
      throw new InvalidInput(
          "Cannot judge with confidence " + confidence + ": expected above 0.5 and below 1");
    }
  }

  /**
   * @throws InvalidInput when the sentence is not of this form
   */
  public static Gate parse(String sentence, double confidence) {
    Matcher words = SENTENCE.matcher(sentence);
    if (!words.matches()) {
      throw new InvalidInput(
          "Cannot read gate '%s': expected 'METRIC drops|rises by more than NUMBER', METRIC being"
                  .formatted(sentence)
              + " pass@K, mean@n or maj@n, as in 'pass@1 drops by more than 0.02'");
    }
    return new Gate(
        words.group(1),
        Direction.valueOf(words.group(2).toUpperCase(Locale.ROOT)),
        Double.parseDouble(words.group(3)),
        confidence);
  }

  /** A verdict for each pair of cells. */
  public List<GateVerdict> judge(ComparisonResult result) {
    return result.cells().stream().map(this::judge).toList();
  }

  private GateVerdict judge(CellComparison cell) {
    MetricComparison metric =
        cell.metrics().stream()
            .filter(found -> found.title().equals(this.metric))
            .findFirst()
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "Cannot judge gate '%s': %s and %s have no %s on %s; expected one of %s"
                            .formatted(
                                this,
                                cell.pair().baselineName(),
                                cell.pair().candidateName(),
                                this.metric,
                                cell.pair().task(),
                                cell.metrics().stream().map(MetricComparison::title).toList())));
    // A one-sided bound at 0.95 is the end of a two-sided interval at 0.90.
    Estimate change =
        metric
            .values()
            .compare(PairedComparison.withDefaults().withConfidence(2 * confidence - 1))
            .difference();
    if (change.standardError().isEmpty()) {
      throw new InvalidInput(
          "Cannot judge gate '%s': %s of %s and %s on %s has no error bar with %d prompts; expected"
                  .formatted(
                      this,
                      this.metric,
                      cell.pair().baselineName(),
                      cell.pair().candidateName(),
                      cell.pair().task(),
                      change.prompts())
              + " two prompts or more, in two clusters or more, with enough rollouts in both");
    }
    double value = change.value().orElseThrow();
    return switch (direction) {
      // 0 - x and not -x: no change is 0, not -0.
      case DROPS -> new GateVerdict(this, cell.pair(), 0 - value, 0 - change.high().orElseThrow());
      case RISES -> new GateVerdict(this, cell.pair(), value, change.low().orElseThrow());
    };
  }

  @Override
  public String toString() {
    return metric + " " + direction.name().toLowerCase(Locale.ROOT) + " by more than " + limit;
  }
}
