package org.galton.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SentenceComparisonTest {
  private static final RankLine LINE = new RankLine(2, -1);
  private static final Map<String, Integer> PLACES =
      Map.of("G1", 0, "G2", 1, "G3", 2, "G4", 3, "G5", 4);

  // Section 1's known answer: (1, 2, 3, 4, 4) and (1, 3, 2, 4, 4) have tau-b 7/9. Turned round, the
  // two that are tied are the genes that are not expressed.
  @Test
  void tauCountsTheBlockOfUnexpressedGenesAsTied() {
    GeneVector sentence = vector("G1", "G2", "G3");
    GeneVector truth = new GeneVector(new int[] {0, 2, 1}, new double[] {3, 2, 1});
    SentenceComparison found =
        SentenceComparison.of(sentence, truth, truth, 5, IntStream.range(0, 5).boxed().toList());
    assertThat(found.tau().orElseThrow()).isCloseTo(7.0 / 9, within(1e-12));
    assertThat(found.overlap().orElseThrow()).isEqualTo(1);
    // The line gives 2, 2 - log10(2), 2 - log10(3); the truth is 3, 1, 2.
    double two = 1 - Math.log10(2);
    double three = -Math.log10(3);
    assertThat(found.error())
        .isCloseTo(Math.sqrt((1 + two * two + three * three) / 5), within(1e-12));
  }

  @Test
  void overlapIsOfTheLongerSentence() {
    GeneVector reference = vector("G1", "G2", "G3", "G4");
    SentenceComparison found =
        SentenceComparison.of(vector("G4", "G5"), reference, reference, 5, List.of(0, 4));
    assertThat(found.overlap().orElseThrow()).isEqualTo(0.25);
    GeneVector all = vector("G1", "G2", "G3", "G4", "G5");
    assertThat(
            SentenceComparison.of(all, reference, reference, 5, List.of(0)).overlap().orElseThrow())
        .isEqualTo(0.8);
    assertThat(found.tau().orElseThrow()).isEqualTo(-1);
  }

  @Test
  void whatIsTiedThroughoutHasNoTau() {
    GeneVector reference = vector("G1", "G2");
    assertThat(SentenceComparison.of(vector(), reference, reference, 5, List.of(0, 1, 2)).tau())
        .isEmpty();
    assertThat(SentenceComparison.of(vector(), vector(), vector(), 5, List.of(0)).overlap())
        .isEmpty();
  }

  @Test
  void theNearestCentroidIsFound() {
    TypeCentroids types =
        TypeCentroids.of(
            Map.of("b", new double[] {4, 0}, "a", new double[] {0, 6}), Map.of("b", 2L, "a", 3L));
    assertThat(types.nearest(new GeneVector(new int[] {0}, new double[] {1.5}))).contains("b");
    assertThat(types.nearest(new GeneVector(new int[] {1}, new double[] {1}))).contains("a");
    // As far from (0, 2) as from (2, 0).
    assertThat(types.nearest(new GeneVector(new int[0], new double[0]))).contains("a");
    assertThat(TypeCentroids.of(Map.of(), Map.of()).nearest(vector())).isEmpty();
  }

  private static GeneVector vector(String... genes) {
    return GeneVector.of(List.of(genes), PLACES, LINE);
  }
}
