package org.galton.statistics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.galton.numerics.Logistic;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
  private static final List<String> LINE = List.of("intercept", "x");
  private static final List<String> PLANE = List.of("intercept", "x", "z");
  private static final LogisticRegression REGRESSION = LogisticRegression.withDefaults();

  private static final double[] X = {.5, 1.2, -.7, 2.1, .3, -1.4, 1.8, -.2, .9, -2, 1.1, .1};
  private static final double[] Z = {1, 0, 2, 1, 3, 1, 0, 2, 2, 1, 3, 0};
  private static final String Y = "110100011010";
  private static final double[] WEIGHTS = {1, .5, 2, 1, 1.5, 1, .7, 1.2, 1, 1, .8, 1};

  private static List<RegressionRow> twelve(double[] weights) {
    return IntStream.range(0, 12)
        .mapToObj(
            i -> new RegressionRow(new double[] {1, X[i], Z[i]}, Y.charAt(i) == '1', weights[i]))
        .toList();
  }

  private static LogisticFit.Accepted accepted(LogisticFit fit) {
    assertThat(fit).isInstanceOf(LogisticFit.Accepted.class);
    return (LogisticFit.Accepted) fit;
  }

  private static LogisticFit.Refused refused(LogisticFit fit) {
    assertThat(fit).isInstanceOf(LogisticFit.Refused.class);
    return (LogisticFit.Refused) fit;
  }

  private static void assertFit(LogisticFit fit, double[] values, double[] errors) {
    LogisticFit.Accepted found = accepted(fit);
    for (int j = 0; j < values.length; j++) {
      assertThat(found.coefficients().get(j).value()).isCloseTo(values[j], within(1e-12));
      assertThat(found.coefficients().get(j).standardError()).isCloseTo(errors[j], within(1e-12));
    }
  }

  /** So many rows of each outcome at x = 0 and at x = 1. */
  private static List<RegressionRow> table(int right0, int wrong0, int right1, int wrong1) {
    List<RegressionRow> rows = new ArrayList<>();
    int[] counts = {right0, wrong0, right1, wrong1};
    for (int cell = 0; cell < 4; cell++) {
      double[] terms = {1, Math.floorDiv(cell, 2)};
      rows.addAll(Collections.nCopies(counts[cell], new RegressionRow(terms, cell % 2 == 0, 1)));
    }
    return rows;
  }

  @Test
  void aTwoByTwoTableGivesItsLogOddsRatio() {
    List<RegressionRow> rows = table(12, 5, 7, 20);
    double ratio = Math.log(7.0 * 5 / (20.0 * 12));
    double error = Math.sqrt(1.0 / 12 + 1.0 / 5 + 1.0 / 7 + 1.0 / 20);
    double[] values = {Math.log(12.0 / 5), ratio};
    double[] errors = {Math.sqrt(1.0 / 12 + 1.0 / 5), error};
    assertFit(REGRESSION.fit(LINE, rows), values, errors);
    // A saturated model: the sandwich and the information agree.
    assertFit(REGRESSION.with(StandardErrors.HC0).fit(LINE, rows), values, errors);
    LogisticFit.Accepted fit = accepted(REGRESSION.fit(LINE, rows));
    assertThat(fit.probability(1, 1)).isCloseTo(7.0 / 27, within(1e-14));
    assertThat(fit.interval(0.95, 1, 1).contains(7.0 / 27)).isTrue();
    assertThat(fit.coefficient("x").interval(0.95).low())
        .isCloseTo(ratio - 1.959963984540054 * error, within(1e-12));
    assertThat(fit.rows()).isEqualTo(44);
  }

  @Test
  void anInterceptAloneIsTheLogitOfTheShare() {
    List<RegressionRow> rows =
        IntStream.range(0, 10)
            .mapToObj(i -> new RegressionRow(new double[] {1}, i < 3, 1))
            .toList();
    assertFit(
        REGRESSION.fit(List.of("intercept"), rows),
        new double[] {Math.log(3.0 / 7)},
        new double[] {Math.sqrt(1.0 / 3 + 1.0 / 7)});
  }

  @Test
  void valuesOfAnIndependentProgram() {
    LogisticFit plain = REGRESSION.fit(PLANE, twelve(ones()));
    assertFit(
        plain,
        new double[] {-1.3340239156080236, 1.3496070839952579, 0.5969238557294907},
        new double[] {1.3366915267477917, 0.8356420331689969, 0.6975616335333998});
    assertThat(accepted(plain).logLikelihood()).isCloseTo(-6.002070316684468, within(1e-12));
    double[] values = {-1.2424983779966245, 1.4958708986594973, 0.3627298322448853};
    LogisticFit weighted = REGRESSION.fit(PLANE, twelve(WEIGHTS));
    assertFit(
        weighted,
        values,
        new double[] {1.4120190095507017, 0.8782056034285658, 0.6813920563312799});
    assertThat(accepted(weighted).logLikelihood()).isCloseTo(-6.209846574652163, within(1e-12));
    assertFit(
        REGRESSION.with(StandardErrors.HC0).fit(PLANE, twelve(WEIGHTS)),
        values,
        new double[] {1.2011675554815604, 0.7149333402446637, 0.7000079165509387});
  }

  private static double[] ones() {
    return IntStream.range(0, 12).mapToDouble(i -> 1).toArray();
  }

  @Test
  void aWeightIsANumberOfRepetitions() {
    List<RegressionRow> once =
        List.of(
            new RegressionRow(new double[] {1, 0}, true, 12),
            new RegressionRow(new double[] {1, 0}, false, 5),
            new RegressionRow(new double[] {1, 1}, true, 7),
            new RegressionRow(new double[] {1, 1}, false, 20));
    LogisticFit.Accepted repeated = accepted(REGRESSION.fit(LINE, table(12, 5, 7, 20)));
    assertFit(
        REGRESSION.fit(LINE, once),
        repeated.coefficients().stream().mapToDouble(Coefficient::value).toArray(),
        repeated.coefficients().stream().mapToDouble(Coefficient::standardError).toArray());
  }

  @Test
  void theOrderOfTheRowsDoesNotMatter() {
    List<RegressionRow> shuffled = new ArrayList<>(twelve(WEIGHTS));
    Collections.shuffle(shuffled, new Random(1));
    assertThat(REGRESSION.fit(PLANE, shuffled)).isEqualTo(REGRESSION.fit(PLANE, twelve(WEIGHTS)));
  }

  @Test
  void termsWithLargeMeansKeepTheirDigits() {
    List<RegressionRow> rows =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    new RegressionRow(
                        new double[] {1, 1e6 + X[i], 1e-6 * Z[i]}, Y.charAt(i) == '1', 1))
            .toList();
    LogisticFit.Accepted found = accepted(REGRESSION.fit(PLANE, rows));
    assertThat(found.coefficient("x").value()).isCloseTo(1.3496070839952579, within(1e-8));
    assertThat(found.coefficient("z").value() * 1e-6).isCloseTo(0.5969238557294907, within(1e-8));
  }

  @Test
  void outcomesThatATermTellsApartAreRefused() {
    List<RegressionRow> complete =
        IntStream.range(0, 20)
            .mapToObj(i -> new RegressionRow(new double[] {1, i}, i > 8, 1))
            .toList();
    LogisticFit.Refused refusal = refused(REGRESSION.fit(LINE, complete));
    assertThat(refusal.status()).isEqualTo(LogisticStatus.SEPARATED);
    assertThat(refusal.reason()).isEqualTo("11 successes and 9 failures by intercept, x");
    // Almost: an empty cell of the table.
    assertThat(REGRESSION.fit(LINE, table(12, 5, 7, 0)).status())
        .isEqualTo(LogisticStatus.SEPARATED);
  }

  @Test
  void aFarRowIsNotASeparation() {
    List<RegressionRow> rows = new ArrayList<>(table(6, 9, 11, 4));
    rows.add(new RegressionRow(new double[] {1, 400}, true, 1));
    assertThat(REGRESSION.fit(LINE, rows).status()).isEqualTo(LogisticStatus.OK);
  }

  @Test
  void equalOutcomesAreRefused() {
    LogisticFit.Refused refusal = refused(REGRESSION.fit(LINE, table(4, 0, 5, 0)));
    assertThat(refusal.status()).isEqualTo(LogisticStatus.ONE_OUTCOME);
    assertThat(refusal.reason()).isEqualTo("9 of 9 rows are successes");
  }

  @Test
  void termsThatRepeatOthersAreRefused() {
    List<RegressionRow> rows =
        IntStream.range(0, 12)
            .mapToObj(
                i ->
                    new RegressionRow(
                        new double[] {1, X[i], 0.1 + 3 * X[i]}, Y.charAt(i) == '1', 1))
            .toList();
    LogisticFit.Refused refusal = refused(REGRESSION.fit(PLANE, rows));
    assertThat(refusal.status()).isEqualTo(LogisticStatus.COLLINEAR);
    assertThat(refusal.reason()).isEqualTo("z is a combination of intercept, x");
  }

  @Test
  void fewerRowsThanTermsAreRefused() {
    LogisticFit.Refused refusal = refused(REGRESSION.fit(PLANE, twelve(ones()).subList(0, 2)));
    assertThat(refusal.status()).isEqualTo(LogisticStatus.TOO_FEW_ROWS);
    assertThat(refusal.reason()).isEqualTo("2 rows for 3 terms");
  }

  @Test
  void invalidRowsAreRefused() {
    assertThatThrownBy(() -> new RegressionRow(new double[] {1}, true, 0))
        .hasMessage("Invalid weight 0.0: expected a number above 0");
    assertThatThrownBy(() -> REGRESSION.fit(LINE, twelve(ones())))
        .hasMessage("Invalid number of values 3: expected one a term (2)");
    LogisticFit.Accepted fit = accepted(REGRESSION.fit(LINE, table(1, 2, 2, 1)));
    assertThatThrownBy(() -> fit.coefficient("y"))
        .hasMessage("Invalid term y: expected one of [intercept, x]");
  }

  @Test
  void intervalsHoldTheTruthAsOftenAsTheyPromise() {
    long seed = 5;
    SplittableRandom random = new SplittableRandom(seed);
    int repetitions = 1_000;
    int[] held = new int[2];
    for (int repetition = 0; repetition < repetitions; repetition++) {
      List<RegressionRow> rows =
          IntStream.range(0, 200)
              .mapToObj(
                  i -> {
                    double x = random.nextGaussian();
                    double p = Logistic.probability(0.3 + 0.8 * x);
                    return new RegressionRow(new double[] {1, x}, random.nextDouble() < p, 1);
                  })
              .toList();
      for (StandardErrors errors : StandardErrors.values()) {
        LogisticFit.Accepted fit = accepted(REGRESSION.with(errors).fit(LINE, rows));
        held[errors.ordinal()] += fit.coefficient("x").interval(0.95).contains(0.8) ? 1 : 0;
      }
    }
    assertThat((double) held[0] / repetitions).as("seed %d", seed).isCloseTo(0.95, within(0.02));
    assertThat((double) held[1] / repetitions).as("seed %d", seed).isCloseTo(0.95, within(0.025));
  }

  @Test
  void theSandwichHoldsWhereWeightsAreNotRepetitions() {
    long seed = 6;
    SplittableRandom random = new SplittableRandom(seed);
    int repetitions = 500;
    int held = 0;
    for (int repetition = 0; repetition < repetitions; repetition++) {
      List<RegressionRow> rows =
          IntStream.range(0, 300)
              .mapToObj(
                  i -> {
                    double x = random.nextGaussian();
                    double p = Logistic.probability(0.5 * x);
                    double weight = 1 + 4 * random.nextDouble();
                    return new RegressionRow(new double[] {1, x}, random.nextDouble() < p, weight);
                  })
              .toList();
      held +=
          accepted(REGRESSION.with(StandardErrors.HC0).fit(LINE, rows))
                  .coefficient("x")
                  .interval(0.95)
                  .contains(0.5)
              ? 1
              : 0;
    }
    assertThat((double) held / repetitions).as("seed %d", seed).isCloseTo(0.95, within(0.03));
  }
}
