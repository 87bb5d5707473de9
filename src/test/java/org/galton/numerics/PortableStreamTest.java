package org.galton.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PortableStreamTest {

  @Test
  void streamsHaveTheirFirstNumbers() {
    assertThat(Fnv1a.ofUtf8("42|g1|row|0")).isEqualTo(0x57dd30798bdbb33dL);
    PortableStream stream = PortableStream.of(42, "g1", "row", 0);
    assertThat(stream.nextLong()).isEqualTo(0x83745774a433f424L);
    assertThat(stream.nextLong()).isEqualTo(0xeb24c9ac7ea3462bL);
    assertThat(stream.nextLong()).isEqualTo(0x25be7621c2753cdaL);
  }

  @Test
  void permutationsAreShuffledFromTheLastPlace() {
    assertThat(PortableStream.of(42, "g1", "row", 0).permutation(5)).containsExactly(1, 4, 0, 3, 2);
    assertThat(PortableStream.of(42, "g1", "row", 0).permutation(0)).isEmpty();
  }

  /** 24,000 permutations of four: each of 24 about 1,000 times, four standard errors are 126. */
  @Test
  void everyOrderIsEquallyLikely() {
    PortableStream stream = PortableStream.of(7, "orders", "test", 0);
    int[] counts = new int[256];
    for (int i = 0; i < 24_000; i++) {
      int code = Arrays.stream(stream.permutation(4)).reduce(0, (sum, place) -> sum * 4 + place);
      counts[code]++;
    }
    int[] seen = Arrays.stream(counts).filter(count -> count > 0).toArray();
    assertThat(seen).hasSize(24);
    assertThat(Arrays.stream(seen).min().orElseThrow()).isGreaterThan(874);
    assertThat(Arrays.stream(seen).max().orElseThrow()).isLessThan(1_126);
  }
}
