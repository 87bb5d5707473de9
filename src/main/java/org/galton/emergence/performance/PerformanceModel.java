package org.galton.emergence.performance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.galton.statistics.Interval;
import org.galton.statistics.regression.LogisticFit;
import org.galton.statistics.regression.LogisticRegression;
import org.galton.statistics.regression.LogisticStatus;
import org.galton.statistics.regression.RegressionRow;
import org.galton.statistics.regression.StandardErrors;
import org.galton.statistics.regression.Standardization;

/**
 * Does it pay to be more than the sum of the members, and does it take common ground as well?
 *
 * <pre>  logit Pr(success) = b0 + b1 z_syn + b2 z_red + b3 z_syn z_red (+ condition)</pre>
 *
 * <p>over groups, from figures of the early window, z being standard deviations (n - 1) from the
 * mean. exp(b3) - 1 is by how much a standard deviation of redundancy amplifies synergy. Groups are
 * weighted for those that ended before the window did, and then the errors are {@link
 * StandardErrors#HC0}. A group that wins stops producing data, so synergy and run length are
 * endogenous: this is an association, not an effect. The terms are {@value #INTERCEPT}, {@value
 * #SYNERGY}, {@value #REDUNDANCY}, {@value #INTERACTION} and one "condition …" for each condition
 * but the reference. The same bits for every order of the groups.
 *
 * <p>Riedl, Emergent coordination in multi-agent language models, arXiv:2510.05174.
 */
public final class PerformanceModel {
  public static final String INTERCEPT = "intercept";
  public static final String SYNERGY = "synergy";
  public static final String REDUNDANCY = "redundancy";
  public static final String INTERACTION = "synergy x redundancy";
  private static final String CONDITION = "condition ";

  /** Whether conditions have levels of success of their own. */
  public enum Conditions {
    WITH_LEVELS,
    POOLED
  }

  /** How groups weigh. */
  public enum Weights {
    INVERSE_PROBABILITY,
    EQUAL
  }

  private final Conditions conditions;
  private final Weights weights;
  private final Optional<String> reference;

  private PerformanceModel(Conditions conditions, Weights weights, Optional<String> reference) {
    this.conditions = conditions;
    this.weights = weights;
    this.reference = reference;
  }

  /** Conditions with levels, weighted; the reference is the first condition in string order. */
  public static PerformanceModel withDefaults() {
    return new PerformanceModel(
        Conditions.WITH_LEVELS, Weights.INVERSE_PROBABILITY, Optional.empty());
  }

  public PerformanceModel with(Conditions option) {
    return new PerformanceModel(option, weights, reference);
  }

  public PerformanceModel with(Weights option) {
    return new PerformanceModel(conditions, option, reference);
  }

  /** The condition with which the others are compared, where it has groups. */
  public PerformanceModel withReference(String condition) {
    return new PerformanceModel(conditions, weights, Optional.of(condition));
  }

  /**
   * @param groups all that were started, those that ended early among them
   */
  public PerformanceFit fit(List<GroupOutcome> groups) {
    List<GroupOutcome> measured = groups.stream().filter(GroupOutcome::measured).toList();
    LastingWeights found =
        weights == Weights.EQUAL
            ? LastingWeights.equal(WeightStatus.NOT_ASKED)
            : LastingWeights.of(groups);
    WeightReport report = WeightReport.of(found, measured);
    int leftOut = groups.size() - measured.size();
    Map<String, Integer> byCondition =
        measured.stream()
            .collect(
                Collectors.groupingBy(
                    GroupOutcome::condition, TreeMap::new, Collectors.summingInt(group -> 1)));
    List<String> terms = terms(byCondition);
    Optional<PerformanceFit.Refused> unfit =
        unfit(measured, terms.size())
            .map(
                refused ->
                    new PerformanceFit.Refused(
                        refused.status(), refused.reason(), report, measured.size(), leftOut));
    if (unfit.isPresent()) {
      return unfit.get();
    }
    Predictor synergy = predictor(measured, group -> group.synergy().orElseThrow()).orElseThrow();
    Predictor redundancy =
        predictor(measured, group -> group.redundancy().orElseThrow()).orElseThrow();
    List<RegressionRow> rows = rows(measured, terms, synergy, redundancy, found);
    StandardErrors errors =
        report.status() == WeightStatus.INVERSE_PROBABILITY
            ? StandardErrors.HC0
            : StandardErrors.MODEL;
    LogisticFit fit = LogisticRegression.withDefaults().with(errors).fit(terms, rows);
    if (fit instanceof LogisticFit.Accepted accepted) {
      return new PerformanceFit.Accepted(
          accepted, synergy, redundancy, byCondition, report, measured.size(), leftOut);
    }
    LogisticFit.Refused refused = (LogisticFit.Refused) fit;
    return new PerformanceFit.Refused(
        refused.status(), refused.reason(), report, measured.size(), leftOut);
  }

  private static List<RegressionRow> rows(
      List<GroupOutcome> measured,
      List<String> terms,
      Predictor synergy,
      Predictor redundancy,
      LastingWeights weights) {
    return measured.stream()
        .map(
            group ->
                new RegressionRow(
                    row(
                        terms,
                        synergy.scale().score(group.synergy().orElseThrow()),
                        redundancy.scale().score(group.redundancy().orElseThrow()),
                        group.condition()),
                    group.success(),
                    weights.of(group)))
        .toList();
  }

  private List<String> terms(Map<String, Integer> byCondition) {
    List<String> terms = new ArrayList<>(List.of(INTERCEPT, SYNERGY, REDUNDANCY, INTERACTION));
    if (conditions == Conditions.WITH_LEVELS && !byCondition.isEmpty()) {
      String first = byCondition.keySet().iterator().next();
      String compared = reference.filter(byCondition::containsKey).orElse(first);
      byCondition.keySet().stream()
          .filter(condition -> !condition.equals(compared))
          .forEach(condition -> terms.add(CONDITION + condition));
    }
    return List.copyOf(terms);
  }

  /** The values of the terms, in their order. */
  static double[] row(List<String> terms, double synergy, double redundancy, String condition) {
    return terms.stream()
        .mapToDouble(
            term ->
                switch (term) {
                  case INTERCEPT -> 1;
                  case SYNERGY -> synergy;
                  case REDUNDANCY -> redundancy;
                  case INTERACTION -> synergy * redundancy;
                  default -> term.equals(CONDITION + condition) ? 1 : 0;
                })
        .toArray();
  }

  /** What can be said in terms of groups before the regression would say it in terms of rows. */
  private static Optional<LogisticFit.Refused> unfit(List<GroupOutcome> groups, int terms) {
    int n = groups.size();
    if (n < terms) {
      return refused(
          LogisticStatus.TOO_FEW_ROWS, "%d groups with figures for %d terms".formatted(n, terms));
    }
    long successes = groups.stream().filter(GroupOutcome::success).count();
    if (successes == 0 || successes == n) {
      return refused(
          LogisticStatus.ONE_OUTCOME, "%d of %d groups succeeded".formatted(successes, n));
    }
    if (predictor(groups, group -> group.synergy().orElseThrow()).isEmpty()) {
      return refused(LogisticStatus.COLLINEAR, "synergy is the same in all %d groups".formatted(n));
    }
    if (predictor(groups, group -> group.redundancy().orElseThrow()).isEmpty()) {
      return refused(
          LogisticStatus.COLLINEAR, "redundancy is the same in all %d groups".formatted(n));
    }
    return Optional.empty();
  }

  private static Optional<LogisticFit.Refused> refused(LogisticStatus status, String reason) {
    return Optional.of(new LogisticFit.Refused(status, reason));
  }

  private static Optional<Predictor> predictor(
      List<GroupOutcome> groups, ToDoubleFunction<GroupOutcome> figure) {
    double[] values = groups.stream().mapToDouble(figure).sorted().toArray();
    return Standardization.of(values)
        .map(scale -> new Predictor(scale, new Interval(values[0], values[values.length - 1])));
  }
}
