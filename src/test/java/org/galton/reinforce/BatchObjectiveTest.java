package org.galton.reinforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.galton.model.Request;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reward.loss.KlPenalty;
import org.galton.reward.loss.TokenLoss;
import org.junit.jupiter.api.Test;

/** Tokens that an interruption put in: the objective is that of the drawn ones alone. */
final class BatchObjectiveTest {
  private static final Request REQUEST = new Request(0, "x", 1);

  /** The same drawn tokens with two between them that were put in. */
  private static final TokenTrace DRAWN =
      new TokenTrace(
          REQUEST, new long[1], new long[3], new float[] {-1, -1.5f, -0.5f}, new float[3]);

  private static final TokenTrace INTERRUPTED =
      new TokenTrace(
          REQUEST,
          new long[1],
          new long[5],
          new float[] {-1, 0, 0, -1.5f, -0.5f},
          new float[5],
          1,
          3);

  private static BatchObjective objective(TokenLoss loss, TokenTrace trace, float... start) {
    return new BatchObjective(
        loss,
        List.of(trace),
        new double[][] {{0.8, 0.8, 0.8}},
        new double[] {0.25},
        Optional.of(new BatchObjective.Reference(new KlPenalty(0.1), List.of(start))));
  }

  @Test
  void gradientOfMaskedTokensIsZeroAndAllElseIsAsWithoutThem() {
    for (TokenLoss loss : TokenLoss.all()) {
      BatchObjective without = objective(loss, DRAWN, -1.2f, -1.4f, -0.6f);
      BatchObjective with = objective(loss, INTERRUPTED, -1.2f, -30, -2, -1.4f, -0.6f);
      double[] expected = without.coefficients(0, new float[] {-1.1f, -1.45f, -0.52f});
      double[] found = with.coefficients(0, new float[] {-1.1f, -40, -9, -1.45f, -0.52f});

      assertThat(found)
          .as(loss.name())
          .containsExactly(expected[0], 0, 0, expected[1], expected[2]);
      assertThat(with.tokens()).isEqualTo(3);
      assertThat(with.objective()).isEqualTo(without.objective());
      assertThat(with.ratioMax()).isEqualTo(without.ratioMax());
      assertThat(with.logRatioMax()).isCloseTo(0.1, within(1e-6));
      assertThat(with.divergence()).isEqualTo(without.divergence());
    }
  }

  @Test
  void maskedTokenNeedNotEvenBeANumber() {
    BatchObjective with = objective(TokenLoss.all().get(0), INTERRUPTED, -1, 0, 0, -1, -1);
    with.coefficients(0, new float[] {-1, Float.NEGATIVE_INFINITY, Float.NaN, -1, -1});
    assertThat(with.isFinite()).isTrue();
  }
}
