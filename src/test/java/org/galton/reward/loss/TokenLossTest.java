package org.galton.reward.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.galton.numerics.SplitMix64;
import org.junit.jupiter.api.Test;

final class TokenLossTest {

  @Test
  void cispoOfOnePromptHasThePrintedObjective() {
    CispoLoss loss = CispoLoss.withDefaults();
    TokenTerms first = loss.terms(1, new double[] {-1, -2}, new double[] {-1.2, -4});
    TokenTerms second = loss.terms(-1, new double[] {-0.5}, new double[] {-0.5});
    double[][] weights = Aggregate.PROMPT.weights(new int[][] {{2, 1}});
    assertThat(weights[0][0] * first.objective() + weights[0][1] * second.objective())
        .isCloseTo(-3.5738009, within(5e-8));
    assertThat(first.values()).containsExactly(new double[] {-1.2214028, -10}, within(5e-8));
    assertThat(first.coefficients()).containsExactly(new double[] {1.2214028, 5}, within(5e-8));
    assertThat(second.coefficients()).containsExactly(-1);
    assertThat(first.clippedHigh() + second.clippedHigh()).isOne();
  }

  @Test
  void cispoHasNoLowerBound() {
    double[] low = CispoLoss.withDefaults().coefficients(2, new double[] {-9}, new double[] {-1});
    assertThat(low[0]).isEqualTo(2 * Math.exp(-8));
  }

  @Test
  void ppoStopsTheGradientOnTheSideThatMatters() {
    ClippedLoss loss = ClippedLoss.dapo();
    double[] drawn = {0, 0, 0, 0};
    double[] trained = {Math.log(0.7), Math.log(0.9), Math.log(1.27), Math.log(1.3)};
    TokenTerms good = loss.terms(1, trained, drawn);
    assertThat(good.coefficients())
        .containsExactly(new double[] {0.7, 0.9, 1.27, 0}, within(1e-12));
    assertThat(good.values()).containsExactly(new double[] {0.7, 0.9, 1.27, 1.28}, within(1e-12));
    assertThat(List.of(good.clippedLow(), good.clippedHigh())).containsExactly(0, 1);
    TokenTerms bad = loss.terms(-1, trained, drawn);
    assertThat(bad.coefficients())
        .containsExactly(new double[] {0, -0.9, -1.27, -1.3}, within(1e-12));
    assertThat(bad.values()).containsExactly(new double[] {-0.8, -0.9, -1.27, -1.3}, within(1e-12));
    assertThat(List.of(bad.clippedLow(), bad.clippedHigh())).containsExactly(1, 0);
  }

  @Test
  void gspoClipsWholeSamples() {
    SequenceLoss loss = SequenceLoss.withDefaults();
    double[] drawn = {-1, -1};
    TokenTerms inside = loss.terms(2, new double[] {-0.9, -1.1}, drawn);
    assertThat(inside.ratios()).containsExactly(new double[] {1, 1}, within(1e-12));
    assertThat(inside.coefficients()).containsExactly(new double[] {2, 2}, within(1e-12));
    TokenTerms above = loss.terms(2, new double[] {-0.9, -1.099}, drawn);
    assertThat(above.coefficients()).containsExactly(0, 0);
    assertThat(above.values()).containsExactly(new double[] {2.0008, 2.0008}, within(1e-12));
    assertThat(above.clippedHigh()).isEqualTo(2);
    assertThat(loss.terms(1, new double[0], new double[0]).coefficients()).isEmpty();
  }

  @Test
  void withoutImportanceWeightsEveryTokenHasTheAdvantage() {
    assertThat(new ReinforceLoss().coefficients(-2, new double[] {-1, -3}, new double[] {-2, -1}))
        .containsExactly(-2, -2);
  }

  @Test
  void allLossesAgreeWhereThePolicyHasNotMoved() {
    double[] logs = {-0.1, -2, -5};
    for (TokenLoss loss : TokenLoss.all()) {
      assertThat(loss.coefficients(0.7, logs, logs)).as(loss.name()).containsExactly(0.7, 0.7, 0.7);
    }
  }

  @Test
  void coefficientsOfClippedLossesAreTheSlopesOfTheirValues() {
    SplitMix64 random = new SplitMix64(5);
    double step = 1e-6;
    for (TokenLoss loss :
        List.of(
            ClippedLoss.grpo(),
            ClippedLoss.dapo(),
            new ReinforceLoss(),
            new SequenceLoss(new ClipRange(0.2, 0.3)))) {
      for (int round = 0; round < 100; round++) {
        double[] drawn = new double[3];
        double[] trained = new double[3];
        Arrays.setAll(drawn, t -> -3 * random.nextUnit());
        Arrays.setAll(trained, t -> drawn[t] + random.nextUnit() - 0.5);
        double advantage = 2 * random.nextUnit() - 1;
        double[] coefficients = loss.coefficients(advantage, trained, drawn);
        for (int t = 0; t < 3; t++) {
          double[] up = trained.clone();
          double[] down = trained.clone();
          up[t] += step;
          down[t] -= step;
          double slope =
              (loss.terms(advantage, up, drawn).objective()
                      - loss.terms(advantage, down, drawn).objective())
                  / (2 * step);
          assertThat(coefficients[t])
              .as("%s in round %d, token %d", loss.name(), round, t)
              .isCloseTo(slope, within(1e-7));
        }
      }
    }
  }

  /** Central differences of the objective by each logarithm, on both sides of every clip. */
  @Test
  void coefficientsOfTokensWithAdvantagesOfTheirOwnAreTheSlopesOfTheObjective() {
    double[] advantages = {0.8, -0.3, 1.5, -1, 0, 0.4};
    double[] drawn = {-1, -1, -1, -1, -1, -1};
    double[] trained = {-0.9, -1.3, -0.6, -0.8, -1.1, -1.6};
    for (TokenLoss loss : List.of(new ReinforceLoss(), ClippedLoss.grpo(), ClippedLoss.dapo())) {
      double[] coefficients = loss.terms(advantages, trained, drawn).coefficients();
      for (int t = 0; t < trained.length; t++) {
        double[] above = trained.clone();
        double[] below = trained.clone();
        above[t] += 1e-6;
        below[t] -= 1e-6;
        double slope =
            (loss.terms(advantages, above, drawn).objective()
                    - loss.terms(advantages, below, drawn).objective())
                / 2e-6;
        assertThat(coefficients[t]).as(loss.name() + " " + t).isCloseTo(slope, within(1e-8));
      }
    }
  }

  @Test
  void tokenLearnsFromItsOwnAdvantageAlone() {
    double[] advantages = {0.8, -0.3, 1.5, -1};
    double[] drawn = {-1, -1, -1, -1};
    double[] trained = {-0.9, -1.3, -0.6, -0.8};
    for (TokenLoss loss : TokenLoss.all()) {
      if (!loss.isOfTokens()) {
        assertThatThrownBy(() -> loss.terms(advantages, trained, drawn))
            .hasMessageContaining("expected that of its sample");
        continue;
      }
      TokenTerms own = loss.terms(advantages, trained, drawn);
      for (int t = 0; t < advantages.length; t++) {
        TokenTerms same = loss.terms(advantages[t], trained, drawn);
        assertThat(own.coefficients()[t]).isEqualTo(same.coefficients()[t]);
        assertThat(own.values()[t]).isEqualTo(same.values()[t]);
      }
      assertThatThrownBy(() -> loss.terms(new double[3], trained, drawn))
          .hasMessageContaining("as many as tokens");
    }
  }

  @Test
  void whatIsNoLogarithmIsRefused() {
    double[] one = {-1};
    for (TokenLoss loss : TokenLoss.all()) {
      assertThatThrownBy(() -> loss.terms(Double.NaN, one, one))
          .hasMessage("Invalid advantage NaN: expected a finite number");
      assertThatThrownBy(() -> loss.terms(1, one, new double[] {Double.NEGATIVE_INFINITY}))
          .hasMessage(
              "Invalid logarithm of a token's probability -Infinity: expected a finite number");
      assertThatThrownBy(() -> loss.terms(1, one, new double[2]))
          .hasMessage("Invalid number of logarithms 2: expected as many as tokens, 1");
      assertThatThrownBy(() -> loss.terms(1, one, new double[] {-800}))
          .hasMessage("Invalid logarithm of a ratio 799.0: expected at most 700.0");
    }
    assertThatThrownBy(() -> new CispoLoss(0.5))
        .hasMessage("Invalid eps_max 0.5: expected a finite number from 1");
    assertThatThrownBy(() -> new ClipRange(1, 0.2))
        .hasMessage("Invalid low end of clipping 1.0: expected above 0 and below 1");
  }
}
