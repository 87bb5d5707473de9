package org.galton.table.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RolloutKeyTest {
  private static final RolloutKey KEY = new RolloutKey("g1", "sums", "p1", 3);

  @Test
  void everyPartOfTheKeyShapesTheSeed() {
    assertThat(
            Stream.of(
                    KEY,
                    new RolloutKey("g2", "sums", "p1", 3),
                    new RolloutKey("g1", "sum", "sp1", 3),
                    new RolloutKey("g1", "sums", "p2", 3),
                    new RolloutKey("g1", "sums", "p1", 4))
                .map(RolloutKey::seed))
        .doesNotHaveDuplicates();
  }

  @Test
  void seedIsTheSameInEveryVersion() {
    // SHA-256 of "00000002" "g1" "00000004" "sums" "00000002" "p1" "00000001" "3", first 8 bytes.
    assertThat(KEY.seed()).isEqualTo(-3476620197050881387L);
  }

  @Test
  void seedsOfNeighboursShareNoPattern() {
    long[] seeds =
        IntStream.range(0, 4096).mapToLong(i -> new RolloutKey("g", "t", "p", i).seed()).toArray();

    for (int bit = 0; bit < 64; bit++) {
      int place = bit;
      long ones = IntStream.range(0, 4096).filter(i -> (seeds[i] >>> place & 1) == 1).count();
      // Six standard deviations of 32 around a half.
      assertThat(ones).as("bit %s", bit).isBetween(2048L - 192, 2048L + 192);
    }
  }

  @Test
  void fingerprintTellsListsApartThatReadAlikeInOnePiece() {
    assertThat(Fingerprint.of(List.of("ab", "c")).hex(8))
        .isNotEqualTo(Fingerprint.of(List.of("a", "bc")).hex(8));
  }
}
