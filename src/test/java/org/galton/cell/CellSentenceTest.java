package org.galton.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;
import org.junit.jupiter.api.Test;

final class CellSentenceTest {
  private static final String[] GENES = {"G1", "G2", "G3"};

  // Cells of g1 = (0,3,0,1,3), g2 = (0,0,1,1,2), g3 = (3,1,0,0,1).
  @Test
  void genesComeFromHighestToLowest() {
    assertThat(words("b", 3, 0, 1)).startsWith("G1", "G3");
    assertThat(words("e", 3, 2, 1)).containsExactly("G1", "G2", "G3");
  }

  @Test
  void tiesHaveBothOrdersAmongCellsAndOneInACell() {
    Set<String> first = new TreeSet<>();
    for (int cell = 0; cell < 100; cell++) {
      List<String> words = words("c" + cell, 1, 1, 0);
      first.add(words.get(0));
      assertThat(words("c" + cell, 1, 1, 0)).isEqualTo(words);
    }
    assertThat(first).containsExactly("G1", "G2");
  }

  // I1: permuted columns change nothing, not even ties.
  @Test
  void theOrderOfColumnsChangesNothing() {
    String[] turned = {"G3", "G1", "G2"};
    int[] order = new SentenceOrder(42).of("d", turned, new double[] {0, 1, 1});
    assertThat(Arrays.stream(order).mapToObj(i -> turned[i])).isEqualTo(words("d", 1, 1, 0));
  }

  // Computed by hand: 2.23785325 - 0.67568866 log10(1 + rank); 10^(2.23785325 / 0.67568866) - 1.
  @Test
  void thePublishedLineHasItsValues() {
    RankLine line = new RankLine(2.23785325, -0.67568866);
    assertThat(line.expression(0)).isCloseTo(2.2379, within(5e-5));
    assertThat(line.expression(9)).isCloseTo(1.5622, within(5e-5));
    assertThat(line.expression(99)).isCloseTo(0.8865, within(5e-5));
    assertThat(line.expression(999)).isCloseTo(0.2108, within(5e-5));
    assertThat(line.zeroRank()).isCloseTo(2050, within(1.0));
    assertThatThrownBy(() -> new RankLine(1, 0).zeroRank())
        .hasMessage("Invalid slope 0.0: expected below 0");
  }

  // Cells on a line give it back; the part beyond log10(1 + rank) = 3 does not move it.
  @Test
  void aLineIsFoundAndLaterRanksDoNotMoveIt() {
    double[] whole =
        IntStream.range(0, 1500).mapToDouble(r -> 2 - 0.5 * Math.log10(1.0 + r)).toArray();
    double[] bent = whole.clone();
    Arrays.fill(bent, 999, 1500, 0.3);
    RankFit exact = RankFit.of(List.of(whole, Arrays.copyOf(whole, 40))).orElseThrow();
    assertThat(exact.line().intercept()).isCloseTo(2, within(1e-12));
    assertThat(exact.line().slope()).isCloseTo(-0.5, within(1e-12));
    assertThat(exact.rSquared()).isCloseTo(1, within(1e-12));
    assertThat(exact.pearson()).isCloseTo(1, within(1e-12));
    assertThat(exact.spearman()).isCloseTo(1, within(1e-12));
    assertThat(exact.points()).isEqualTo(1540);
    assertThat(exact.fittedPoints()).isEqualTo(999 + 40);

    RankFit other = RankFit.of(List.of(bent)).orElseThrow();
    assertThat(other.line().slope()).isCloseTo(-0.5, within(1e-12));
    assertThat(other.fittedRSquared()).isCloseTo(1, within(1e-12));
    assertThat(other.rSquared()).isLessThan(0.999);
  }

  @Test
  void spearmanIsThatOfCommonsMath() {
    SplittableRandom random = new SplittableRandom(5);
    double[] one = falling(random, 60);
    double[] two = falling(random, 35);
    RankFit fit = RankFit.of(List.of(one, two)).orElseThrow();
    double[] fitted =
        IntStream.concat(IntStream.range(0, 60), IntStream.range(0, 35))
            .mapToDouble(fit.line()::expression)
            .toArray();
    double[] values =
        java.util.stream.DoubleStream.concat(Arrays.stream(one), Arrays.stream(two)).toArray();
    assertThat(fit.spearman())
        .isCloseTo(new SpearmansCorrelation().correlation(fitted, values), within(1e-12));
  }

  @Test
  void noLineIsFittedToEqualValuesOrFirstRanksAlone() {
    assertThat(RankFit.of(List.of(new double[] {1, 1, 1}))).isEmpty();
    assertThat(RankFit.of(List.of(new double[] {1}, new double[] {2}, new double[] {3}))).isEmpty();
    assertThat(RankFit.of(List.of())).isEmpty();
  }

  // I3.
  @Test
  void aCleanSentenceStaysAsItIs() {
    List<String> words = List.of("G3", "G1", "G2");
    GeneratedSentence read = GeneratedSentence.of(words, Set.of(GENES)::contains);
    assertThat(read).isEqualTo(new GeneratedSentence(words, 0, 0));
  }

  @Test
  void foreignWordsAreTakenOutAndRepeatedGenesMoveToTheirMean() {
    // Without "the": G1 at 0 and 3, mean 1.5, taken as 1; G2 at 1 came later; G3 at 2.
    GeneratedSentence read =
        GeneratedSentence.of(List.of("G1", "the", "G2", "G3", "G1"), Set.of(GENES)::contains);
    assertThat(read.genes()).containsExactly("G1", "G2", "G3");
    assertThat(read.foreign()).isEqualTo(1);
    assertThat(read.repeated()).isEqualTo(1);
    assertThat(
            GeneratedSentence.of(
                    List.of("G1", "G2", "G3", "G1", "G1", "G1"), Set.of(GENES)::contains)
                .genes())
        .containsExactly("G2", "G3", "G1");
    assertThat(GeneratedSentence.of(List.of(), Set.of(GENES)::contains).genes()).isEmpty();
  }

  @Test
  void foscttmHasItsKnownAnswer() {
    assertThat(Foscttm.of(new double[][] {{.9, .2, .1}, {.5, .4, .6}, {.3, .8, .7}}))
        .isCloseTo(0.5, within(1e-15));
    assertThat(Foscttm.of(new double[][] {{2, 1}, {0, 3}})).isZero();
    assertThat(Foscttm.of(new double[][] {{1, 1}, {1, 1}})).isEqualTo(0.5);
    assertThatThrownBy(() -> Foscttm.of(new double[][] {{1}}))
        .hasMessage("Invalid candidates 1: expected 2 or more");
  }

  // The tau-b that is used: 8 pairs agree, one does not, one is tied on both sides: 7 / sqrt(9 *
  // 9).
  @Test
  void kendallsTauCountsTies() {
    assertThat(
            new KendallsCorrelation()
                .correlation(new double[] {1, 2, 3, 4, 4}, new double[] {1, 3, 2, 4, 4}))
        .isCloseTo(0.777778, within(5e-7));
  }

  private static double[] falling(SplittableRandom random, int length) {
    return random
        .doubles(length)
        .map(value -> -Math.round(8 * value) / 8.0)
        .sorted()
        .map(value -> 1 - value)
        .toArray();
  }

  private static List<String> words(String cell, double... values) {
    return Arrays.stream(new SentenceOrder(42).of(cell, GENES, values))
        .mapToObj(i -> GENES[i])
        .toList();
  }
}
