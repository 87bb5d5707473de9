package org.galton.reward.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class AggregateTest {
  /** Two prompts; a sample without tokens, and a prompt of none but such. */
  private static final int[][] TOKENS = {{1, 3, 0}, {4}, {0, 0}};

  @Test
  void promptsWeighAlike() {
    assertThat(Aggregate.PROMPT.weights(TOKENS))
        .isDeepEqualTo(new double[][] {{1.0 / 8, 1.0 / 8, 0}, {1.0 / 8}, {0, 0}});
    assertThat(Aggregate.PROMPT.weights(new int[][] {{1, 1}, {4}}))
        .isDeepEqualTo(new double[][] {{1.0 / 4, 1.0 / 4}, {1.0 / 8}});
  }

  @Test
  void tokensWeighAlike() {
    assertThat(Aggregate.TOKEN.weights(new int[][] {{1, 1}, {6}}))
        .isDeepEqualTo(new double[][] {{1.0 / 8, 1.0 / 8}, {1.0 / 8}});
  }

  @Test
  void samplesWeighAlike() {
    assertThat(Aggregate.SAMPLE.weights(new int[][] {{1, 2, 0}, {4, 8}}))
        .isDeepEqualTo(new double[][] {{1.0 / 4, 1.0 / 8, 0}, {1.0 / 16, 1.0 / 32}});
  }

  @Test
  void weightsOfABatchSumToOne() {
    for (Aggregate aggregate : Aggregate.values()) {
      double[][] weights = aggregate.weights(TOKENS);
      double sum = 0;
      for (int i = 0; i < TOKENS.length; i++) {
        for (int j = 0; j < TOKENS[i].length; j++) {
          sum += weights[i][j] * TOKENS[i][j];
        }
      }
      assertThat(sum).as(aggregate.title()).isCloseTo(1, within(1e-15));
    }
  }

  @Test
  void aBatchWithoutTokensHasNoWeight() {
    for (Aggregate aggregate : Aggregate.values()) {
      assertThat(aggregate.weights(new int[][] {{0}, {}})).isDeepEqualTo(new double[][] {{0}, {}});
    }
  }

  @Test
  void negativeCountsAreRefused() {
    assertThatThrownBy(() -> Aggregate.TOKEN.weights(new int[][] {{1, -1}}))
        .hasMessage("Invalid number of tokens -1: expected 0 or more");
  }
}
