package org.galton.emergence.mediation;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.gauss.HermiteRuleFactory;
import org.apache.commons.math3.util.Pair;
import org.galton.statistics.regression.LogisticFit;
import org.galton.statistics.regression.LogisticRegression;
import org.galton.statistics.regression.LogisticStatus;
import org.galton.statistics.regression.RegressionRow;

/**
 * Both regressions on groups that count several times, and the effects that they imply.
 *
 * @param effects in the order of {@link MediationEffect}
 * @param mediatorChange a1
 */
record MediationPoint(double[] effects, double mediatorChange, LogisticFit.Accepted outcome) {
  private static final Pair<double[], double[]> HERMITE = new HermiteRuleFactory().getRule(20);
  private static final List<String> TERMS =
      List.of("intercept", MediationModel.TREATMENT, MediationModel.MEDIATOR);

  /** A point, or why there is none. */
  sealed interface Result {
    record Found(MediationPoint point) implements Result {}

    record None(LogisticStatus status, String reason) implements Result {}
  }

  /**
   * @param counts how often each group counts, 0 or more
   */
  static Result of(List<MediatedGroup> groups, int[] counts) {
    MediatorLine line = MediatorLine.of(groups, counts);
    List<RegressionRow> rows =
        IntStream.range(0, counts.length)
            .filter(i -> counts[i] > 0)
            .mapToObj(i -> row(groups.get(i), counts[i]))
            .toList();
    LogisticFit fit = LogisticRegression.withDefaults().fit(TERMS, rows);
    if (fit instanceof LogisticFit.Refused refused) {
      return new Result.None(refused.status(), refused.reason());
    }
    LogisticFit.Accepted outcome = (LogisticFit.Accepted) fit;
    return new Result.Found(new MediationPoint(effects(line, outcome), line.change(), outcome));
  }

  private static RegressionRow row(MediatedGroup group, int count) {
    double[] terms = {1, group.treated() ? 1 : 0, group.mediator()};
    return new RegressionRow(terms, group.success(), count);
  }

  private static double[] effects(MediatorLine line, LogisticFit.Accepted outcome) {
    double[][] expected = new double[2][2];
    for (int treatment = 0; treatment < 2; treatment++) {
      for (int brought = 0; brought < 2; brought++) {
        expected[treatment][brought] = expected(line, outcome, treatment, brought);
      }
    }
    double acmeControl = expected[0][1] - expected[0][0];
    double acmeTreated = expected[1][1] - expected[1][0];
    double adeControl = expected[1][0] - expected[0][0];
    double adeTreated = expected[1][1] - expected[0][1];
    return new double[] {
      acmeControl,
      acmeTreated,
      (acmeControl + acmeTreated) / 2,
      adeControl,
      adeTreated,
      (adeControl + adeTreated) / 2,
      expected[1][1] - expected[0][0]
    };
  }

  /** E Y(treatment, M(brought)): the outcome averaged over the mediator's normal residual. */
  private static double expected(
      MediatorLine line, LogisticFit.Accepted outcome, int treatment, int brought) {
    double centre = line.control() + brought * line.change();
    double sum = 0;
    double weights = 0;
    for (int node = 0; node < HERMITE.getFirst().length; node++) {
      double mediator = centre + Math.sqrt(2) * line.deviation() * HERMITE.getFirst()[node];
      double weight = HERMITE.getSecond()[node];
      sum += weight * outcome.probability(1, treatment, mediator);
      weights += weight;
    }
    return sum / weights;
  }
}
