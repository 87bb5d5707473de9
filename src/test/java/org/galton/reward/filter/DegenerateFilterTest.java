package org.galton.reward.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class DegenerateFilterTest {

  private static boolean isRepeating(String tokens) {
    return DegenerateFilter.isRepeating(tokens.chars().asLongStream().toArray());
  }

  @Test
  void garbledTextHasWhatIsNoCharacter() {
    DegenerateFilter filter = new DegenerateFilter();
    assertThat(filter.drops("a\uFFFDb", new long[1])).isTrue();
    assertThat(filter.drops("a\u0000b", new long[1])).isTrue();
    assertThat(filter.drops("a\tb\r\n\u00e9\ud83d\ude00", new long[1])).isFalse();
    assertThat(filter.drops("", new long[0])).isFalse();
    assertThat(filter.drops("x", LongStream.generate(() -> 7).limit(5).toArray())).isTrue();
  }

  @Test
  void repeatingTokensEndWithFivePiecesThatAreHalfOfThem() {
    assertThat(isRepeating("aaaa")).isFalse();
    assertThat(isRepeating("aaaaa")).isTrue();
    assertThat(isRepeating("vwxyzaaaaa")).isTrue();
    assertThat(isRepeating("uvwxyzaaaaa")).as("less than half").isFalse();
    assertThat(isRepeating("aaaaab")).as("it has come to an end").isFalse();
    assertThat(isRepeating("abababababa")).as("broken off").isTrue();
    assertThat(isRepeating("xyz" + "12+3=15 ".repeat(6))).isTrue();
    assertThat(isRepeating("12+3=15 ".repeat(4))).isFalse();
    assertThat(isRepeating("8*3=24 24+1=25 answer=8*3+1")).isFalse();
    assertThat(isRepeating("")).isFalse();
  }

  /** Against all periods tried one by one. */
  @Test
  void runsAreThoseOfATrialOfAllPeriods() {
    Random random = new Random(20261130);
    int repeating = 0;
    for (int i = 0; i < 20_000; i++) {
      long[] tokens = random.longs(random.nextInt(24), 0, 2).toArray();
      assertThat(DegenerateFilter.isRepeating(tokens)).isEqualTo(byTrial(tokens));
      repeating += byTrial(tokens) ? 1 : 0;
    }
    assertThat(repeating).isGreaterThan(300);
  }

  private static boolean byTrial(long[] tokens) {
    int n = tokens.length;
    for (int period = 1; period <= n; period++) {
      int run = Math.min(period, n);
      while (run < n && tokens[n - 1 - run] == tokens[n - 1 - run + period]) {
        run++;
      }
      if (run >= 5 * period && 2 * run >= n) {
        return true;
      }
    }
    return false;
  }
}
