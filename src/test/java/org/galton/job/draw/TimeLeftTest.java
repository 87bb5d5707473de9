package org.galton.job.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

final class TimeLeftTest {
  private static final int TOTAL = 10_000;

  /** What is known after so many seconds, each of which brought a count. */
  private static Optional<Duration> after(int seconds, IntToLongFunction drawn) {
    TimeLeft left = new TimeLeft(TOTAL);
    for (int i = 1; i <= seconds; i++) {
      left.add(Duration.ofSeconds(i), drawn.applyAsLong(i));
    }
    return left.known();
  }

  @Test
  void aSteadyRateIsKnownAfterSeconds() {
    assertThat(after(3, second -> 100L * second)).isEmpty();
    assertThat(after(4, second -> 100L * second)).contains(Duration.ofSeconds(96));
    assertThat(after(50, second -> 100L * second)).contains(Duration.ofSeconds(50));
  }

  @Test
  void whileModelsLoadNothingIsKnownAndLoadingIsNoRateAfterwards() {
    IntToLongFunction loading = second -> 100L * Math.max(0, second - 10);

    assertThat(after(10, loading)).isEmpty();
    assertThat(after(12, loading)).isEmpty();
    assertThat(after(40, loading)).contains(Duration.ofSeconds(70));
  }

  /** As of 128 slots whose first rollouts end all at once. */
  @Test
  void theFirstWaveIsNoRate() {
    assertThat(after(8, second -> second < 6 ? 0 : 1280)).isEmpty();
  }

  @Test
  void aRateThatChangesIsFollowed() {
    IntToLongFunction slower = second -> second <= 20 ? 100L * second : 2000 + 10L * (second - 20);

    assertThat(after(20, slower)).contains(Duration.ofSeconds(80));
    assertThat(after(40, slower)).contains(Duration.ofMinutes(13));
  }

  @Test
  void theEndIsKnownAndMoreThanAllIsTheEnd() {
    assertThat(after(1, second -> TOTAL)).contains(Duration.ZERO);
    assertThat(after(1, second -> TOTAL + 1)).contains(Duration.ZERO);
  }

  @Test
  void manyCountsAMomentAreOne() {
    TimeLeft left = new TimeLeft(TOTAL);
    for (int i = 1; i <= 100_000; i++) {
      left.add(Duration.ofMillis(i), i / 20);
    }
    assertThat(left.known().orElseThrow().toMillis()).isBetween(99_000L, 101_000L);
  }
}
