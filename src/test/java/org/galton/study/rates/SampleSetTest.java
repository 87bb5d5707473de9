package org.galton.study.rates;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleSetTest {

  private static SampleSet of(int... samples) {
    SampleSet set = new SampleSet();
    for (int sample : samples) {
      assertThat(set.add(sample)).isTrue();
    }
    return set;
  }

  @Test
  void aSampleIsTakenOnceInWhateverOrderSamplesCome() {
    long seed = 11;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      SampleSet set = new SampleSet();
      Set<Integer> expected = new HashSet<>();
      int next = random.nextInt(5);
      for (int i = 0; i < 60; i++) {
        next = random.nextInt(3) == 0 ? random.nextInt(40) : next + 1;
        assertThat(set.add(next)).as("seed " + seed).isEqualTo(expected.add(next));
        assertThat(random.nextInt(9) > 0 || set.size() == expected.size()).isTrue();
      }
      assertThat(set.size()).isEqualTo(expected.size());
    }
  }

  @Test
  void theLargestNumbersAreTakenOnce() {
    SampleSet set = of(Integer.MAX_VALUE - 1, Integer.MAX_VALUE, 0);
    assertThat(set.add(Integer.MAX_VALUE)).isFalse();
    assertThat(set.add(0)).isFalse();
    assertThat(set.size()).isEqualTo(3);
  }

  @Test
  void theLeastSampleOfBothPartsIsNamed() {
    assertThat(of(0, 1, 2).add(of(5, 2, 1))).hasValue(1);
    SampleSet all = of(0, 1, 2);
    assertThat(all.add(of(IntStream.range(3, 9).toArray()))).isEmpty();
    assertThat(all.size()).isEqualTo(9);
    assertThat(all.add(8)).isFalse();
    assertThat(all.add(9)).isTrue();
  }
}
