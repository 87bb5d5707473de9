package org.galton.job.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SharesTest {
  @Test
  void oneShareHasEverythingInItsOrder() {
    assertThat(Shares.of(new int[] {3, 9, 1, 9}, 1)).containsExactly(List.of(0, 1, 2, 3));
  }

  @Test
  void largestPiecesAreDealtThereAndBack() {
    // By size: 9 of 1, 8 of 3, 5 of 4, 3 of 0, 2 of 2.
    assertThat(Shares.of(new int[] {3, 9, 2, 8, 5}, 2))
        .containsExactly(List.of(0, 1, 2), List.of(3, 4));
  }

  @Test
  void noShareIsEmpty() {
    assertThat(Shares.of(new int[] {1, 1, 1}, 8))
        .containsExactly(List.of(0), List.of(1), List.of(2));
    assertThat(Shares.of(new int[0], 8)).isEmpty();
  }

  @Test
  void everyPieceIsInOneShareAndSharesAreNearlyEqual() {
    Random random = new Random(4);
    for (int round = 0; round < 100; round++) {
      int[] sizes = random.ints(200, 10, 60).toArray();
      List<List<Integer>> shares = Shares.of(sizes, 7);
      assertThat(shares.stream().flatMap(List::stream))
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 200).boxed().toList());
      int[] loads =
          shares.stream().mapToInt(own -> own.stream().mapToInt(i -> sizes[i]).sum()).toArray();
      int spread =
          IntStream.of(loads).max().orElseThrow() - IntStream.of(loads).min().orElseThrow();
      assertThat(spread).isLessThanOrEqualTo(60);
    }
  }
}
