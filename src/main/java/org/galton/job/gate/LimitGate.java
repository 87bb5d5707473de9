package org.galton.job.gate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.galton.job.figure.Figure;
import org.galton.job.figure.ModelFigures;
import org.galton.spec.InvalidInput;
import org.galton.statistics.Estimate;
import org.galton.sweep.GateRule;

/**
 * A rule about a figure's size, judged. It is missed where the figure is beyond the limit without
 * doubt, that is where the one-sided bound of the figure is: one end of the two-sided interval at 2
 * confidence - 1, as of a change between two runs.
 *
 * <pre>
 *   below: upper bound &lt; limit       above: lower bound &gt; limit
 * </pre>
 *
 * @param confidence one-sided, above 0.5 and below 1
 */
public record LimitGate(GateRule rule, double confidence) {

  public LimitGate {
    checkConfidence(confidence);
    if (rule.direction().isChange()) {
      throw new InvalidInput(
          "Cannot judge gate '%s' on one run: expected '%s', as in 'pass@1 below 0.5'; a change is judged by ./galton compare"
              .formatted(rule, GateRule.LIMIT));
    }
  }

  /**
   * @throws InvalidInput unless it is above 0.5 and below 1
   */
  public static void checkConfidence(double confidence) {
    if (!(confidence > 0.5 && confidence < 1)) {
      throw new InvalidInput(
          "Cannot judge with confidence " + confidence + ": expected above 0.5 and below 1");
    }
  }

  /**
   * @throws IllegalArgumentException when the sentence is no {@link GateRule}
   */
  public static LimitGate parse(String sentence, double confidence) {
    return new LimitGate(GateRule.parse(sentence), confidence);
  }

  /** Of the two-sided interval whose ends are the one-sided bounds. */
  public double intervalConfidence() {
    return 2 * confidence - 1;
  }

  /**
   * @param subject as in "pass@1 of {subject}"
   * @param clusters prompt families; empty where every prompt is its own
   * @throws InvalidInput when there is no such figure, or it has no error bar
   */
  public JudgedGate judge(String subject, List<Figure> figures, OptionalInt clusters) {
    Figure figure =
        figures.stream()
            .filter(found -> found.title().equals(rule.metric()))
            .findFirst()
            .orElseThrow(() -> unknown(subject, figures.stream().map(Figure::title).toList()));
    return judge(subject, ModelFigures.interval(figure, clusters, intervalConfidence()));
  }

  /**
   * @param estimate with the interval at {@link #intervalConfidence()}
   * @throws InvalidInput when it has no error bar
   */
  public JudgedGate judge(String subject, Estimate estimate) {
    if (estimate.low().isEmpty() || estimate.value().isEmpty()) {
      throw new InvalidInput(
          "Cannot judge gate '%s': %s of %s has no error bar with %d prompts; expected a figure with an interval: two prompts or more, in two clusters or more where they come in clusters"
              .formatted(rule, rule.metric(), subject, estimate.prompts()));
    }
    double value = estimate.value().getAsDouble();
    double low = estimate.low().getAsDouble();
    double high = estimate.high().orElseThrow();
    boolean below = rule.direction() == GateRule.Direction.BELOW;
    boolean missed = below ? high < rule.limit() : low > rule.limit();
    String sentence =
        String.format(
            Locale.ROOT,
            "Gate %s: %s; %s of %s is %.4f, and with %s %% confidence %s than %.4f.",
            missed ? "missed" : "passed",
            rule,
            rule.metric(),
            subject,
            value,
            percent(confidence),
            below ? "less" : "more",
            below ? high : low);
    return new JudgedGate(
        rule.toString(), subject, value, low, high, rule.limit(), confidence, missed, sentence);
  }

  /** What to say where there is no such figure. */
  public InvalidInput unknown(String subject, List<String> known) {
    return new InvalidInput(
        "Cannot judge gate '%s': %s has no %s; expected one of %s"
            .formatted(rule, subject, rule.metric(), known));
  }

  /** A share in percent, without zeros at its end. */
  public static String percent(double share) {
    return new BigDecimal(100 * share)
        .round(new MathContext(6))
        .stripTrailingZeros()
        .toPlainString();
  }
}
