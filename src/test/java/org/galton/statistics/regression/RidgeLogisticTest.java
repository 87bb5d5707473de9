package org.galton.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RidgeLogisticTest {
  @Test
  void aConstantIsTheShareOfSuccesses() {
    RidgeLogistic.Fit fit =
        RidgeLogistic.withDefaults()
            .fit(new float[][] {{3}, {3}}, new double[] {1, 0.25}, new double[] {1, 3});

    assertThat(fit.coefficients()).containsExactly(0);
    assertThat(fit.probability(new float[] {3})).isEqualTo(1.75 / 4, within(1e-6));
  }

  /** Two groups: the slope of a penalized loss is 0 where p - y + ridge v = 0 in units of z. */
  @Test
  void thePenaltyHoldsBackByItsOwnAmount() {
    double ridge = 0.1;
    RidgeLogistic.Fit fit =
        RidgeLogistic.withDefaults()
            .withRidge(ridge)
            .fit(new float[][] {{-1}, {1}}, new double[] {0.2, 0.8}, new double[] {5, 5});

    double v = fit.coefficients()[0];
    assertThat(fit.intercept()).isEqualTo(0, within(1e-7));
    assertThat(1 / (1 + Math.exp(-v)) - 0.8 + ridge * v).isEqualTo(0, within(1e-7));
  }

  /** Where the unpenalized fit exists, a small penalty comes close to it. */
  @Test
  void withoutAPenaltyToSpeakOfItIsTheLargestLikelihood() {
    Random random = new Random(5);
    int n = 400;
    float[][] terms = new float[n][];
    double[] shares = new double[n];
    double[] weights = new double[n];
    var rows = new ArrayList<RegressionRow>();
    for (int i = 0; i < n; i++) {
      terms[i] = new float[] {(float) random.nextGaussian(), (float) (10 * random.nextGaussian())};
      double logit = 0.5 + terms[i][0] - 0.1 * terms[i][1];
      shares[i] = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
      weights[i] = 1 + i % 3;
      rows.add(
          new RegressionRow(
              new double[] {1, terms[i][0], terms[i][1]}, shares[i] == 1, weights[i]));
    }

    RidgeLogistic.Fit fit =
        RidgeLogistic.withDefaults().withRidge(1e-9).fit(terms, shares, weights);

    LogisticFit.Accepted known =
        (LogisticFit.Accepted) LogisticRegression.withDefaults().fit(List.of("1", "a", "b"), rows);
    assertThat(fit.intercept()).isEqualTo(known.coefficient("1").value(), within(1e-5));
    assertThat(fit.coefficients()[0]).isEqualTo(known.coefficient("a").value(), within(1e-5));
    assertThat(fit.coefficients()[1]).isEqualTo(known.coefficient("b").value(), within(1e-5));
  }

  @Test
  void termsThatTellTheOutcomesApartHaveAFiniteFit() {
    float[][] terms = new float[40][];
    double[] shares = new double[40];
    double[] weights = new double[40];
    Arrays.setAll(terms, i -> new float[] {i, 2 * i, i < 20 ? 0 : 1});
    Arrays.setAll(shares, i -> i < 20 ? 0 : 1);
    Arrays.fill(weights, 1);

    RidgeLogistic.Fit fit = RidgeLogistic.withDefaults().fit(terms, shares, weights);

    assertThat(fit.probability(terms[0])).isBetween(0.0, 0.05);
    assertThat(fit.probability(terms[39])).isBetween(0.95, 1.0);
    assertThat(fit.steps()).isLessThan(200);
  }
}
