package org.galton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.galton.model.llama.config.LlamaConfig;
import org.galton.model.llama.config.ModelType;
import org.galton.model.llama.config.RopeScaling;
import org.junit.jupiter.api.Test;

final class DecodeWorkTest {
  /** Vocabulary 10, width 8, two blocks, 4 heads of width 2 on 2 key heads, hidden layer of 12. */
  private static final DecodeWork WORK = work(0, 0);

  // Per block: 8 x (8 + 2 x 4) + 8 x 8 + 3 x 8 x 12 = 480.
  private static final double BLOCKS = 2 * 480;

  private static DecodeWork work(Integer... windows) {
    return new DecodeWork(
        new LlamaConfig(
            ModelType.LLAMA,
            10,
            8,
            2,
            4,
            2,
            2,
            12,
            100,
            1e-5,
            10_000,
            new RopeScaling.None(),
            List.of(windows),
            true));
  }

  @Test
  void weightsInProductsAreThoseOfTheBlocksAndTheHeadOnce() {
    assertThat(WORK.productWeights()).isEqualTo(2 * 480 + 10 * 8);
    assertThat(WORK.keyValueBytes()).isEqualTo(2 * 2 * 2 * 2 * 4);
  }

  @Test
  void operationsAreThoseOfThePromptOnceAndOfEveryDrawnToken() {
    // Prompt of 3: two tokens before the last, which see 1 and 2. Drawn tokens see 3 and 4.
    double attention = 4 * 2 * 4 * 2;
    double prompt = 2 * BLOCKS * 2 + attention * (1 + 2);
    double rollout = 2 * 1040 * 2 + attention * (3 + 4);

    assertThat(WORK.operations(DecodeCells.cell(Way.SHARED, 1, 3, 5, 2)))
        .isEqualTo(prompt + 5 * rollout);
    assertThat(WORK.operations(DecodeCells.cell(Way.COPIED, 2, 3, 5, 2)))
        .isEqualTo(prompt + 5 * rollout);
  }

  @Test
  void aSlidingWindowLimitsWhatIsSeenInItsBlock() {
    double attention = 4 * 4 * 2;
    double full = WORK.operations(DecodeCells.cell(Way.SHARED, 1, 3, 1, 2));

    // In one block 1 + 2 and 2 + 2 tokens are seen instead of 1 + 2 and 3 + 4.
    assertThat(work(2, 0).operations(DecodeCells.cell(Way.SHARED, 1, 3, 1, 2)))
        .isEqualTo(full - attention * 3);
  }

  @Test
  void aSharedPromptIsReadOnceAStepAndLoopACopiedOneByEveryRollout() {
    // 32 bytes a token in each block's keys and values together; 2 blocks. 1040 weights of 4 bytes.
    double step = 1040 * 4;
    double own = 2 * 32 * (1 + 2);
    double prompt = 2 * 32 * (2 + 2);

    assertThat(WORK.bytes(DecodeCells.cell(Way.COPIED, 2, 3, 6, 2), 2))
        .isEqualTo(2 * 2 * step + 6 * (own + prompt));
    assertThat(WORK.bytes(DecodeCells.cell(Way.SHARED, 2, 3, 6, 2), 2))
        .isEqualTo(2 * 2 * step + 6 * own + 2 * prompt);
    assertThat(WORK.bytes(DecodeCells.cell(Way.ONE_AT_A_TIME, 1, 3, 6, 2), 12))
        .isEqualTo(12 * step + 6 * (own + prompt));
  }

  @Test
  void cachesHoldThePromptOnceALoopAndOnceMoreForEveryCopy() {
    long token = WORK.keyValueBytes();

    assertThat(WORK.cacheBytes(DecodeCells.cell(Way.SHARED, 2, 33, 10, 7)))
        .isEqualTo(token * (2 * 32 + 10 * 7));
    assertThat(WORK.cacheBytes(DecodeCells.cell(Way.COPIED, 2, 33, 10, 7)))
        .isEqualTo(token * (2 * 32 + 10 * (32 + 7)));
    assertThat(WORK.cacheBytes(DecodeCells.cell(Way.ONE_AT_A_TIME, 2, 33, 10, 7)))
        .isEqualTo(token * (2 * 32 + 2 * 7));
  }
}
