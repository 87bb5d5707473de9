package org.galton.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.galton.cell.generated.CellDesign;
import org.galton.cell.generated.CellLabel;
import org.junit.jupiter.api.Test;

final class CellDesignTest {
  private static final CellLabel CONTROL = new CellLabel(0, 0, 0);
  private final CellDesign design = new CellDesign(300, 7);

  @Test
  void theDesignHasItsSizes() {
    assertThat(CellDesign.labels()).hasSize(24).doesNotHaveDuplicates();
    assertThat(CellDesign.labels()).filteredOn(CellLabel::isHeldOut).hasSize(1);
    assertThat(IntStream.range(0, 300).filter(design::isInProgramme)).hasSize(20);
    for (int type = 0; type < CellDesign.TYPES; type++) {
      int wanted = type;
      assertThat(IntStream.range(0, 300).filter(gene -> design.markerOf(gene) == wanted))
          .hasSize(12);
    }
    assertThatThrownBy(() -> new CellDesign(199, 7))
        .hasMessage("Invalid genes 199: expected 200 to 400");
  }

  // The combination that is held out follows from three others.
  @Test
  void logMeansAreAdditive() {
    CellLabel heldOut = new CellLabel(3, 2, 1);
    for (int gene = 0; gene < 300; gene++) {
      double control = design.logMean(CONTROL, gene);
      double added =
          design.logMean(new CellLabel(3, 0, 0), gene)
              + design.logMean(new CellLabel(0, 2, 0), gene)
              + design.logMean(new CellLabel(0, 0, 1), gene)
              - 2 * control;
      assertThat(design.logMean(heldOut, gene)).isCloseTo(added, within(1e-12));
      if (!design.isInProgramme(gene)) {
        assertThat(design.logMean(new CellLabel(0, 2, 1), gene)).isEqualTo(control);
      }
    }
  }

  @Test
  void aCellFollowsFromSeedAndName() {
    int[] counts = design.cell("a", CONTROL, CONTROL).counts();
    assertThat(new CellDesign(300, 7).cell("a", CONTROL, CONTROL).counts()).isEqualTo(counts);
    assertThat(design.cell("b", CONTROL, CONTROL).counts()).isNotEqualTo(counts);
    assertThat(new CellDesign(300, 8).cell("a", CONTROL, CONTROL).counts()).isNotEqualTo(counts);
  }

  // With library L = exp(.3 Z), dropout .1 and NB variance m + m^2 / 2, the mean is
  // .9 m E[L], E[L] = exp(.045), and the second moment .9 (m E[L] + 1.5 m^2 E[L^2]),
  // E[L^2] = exp(.18). 4,000 cells: 5 standard errors of the mean.
  @Test
  void countsHaveTheMomentsOfTheirLaw() {
    for (int gene : new int[] {0, 50, 123}) {
      double mean = Math.exp(design.logMean(CONTROL, gene));
      SummaryStatistics found = new SummaryStatistics();
      SummaryStatistics squares = new SummaryStatistics();
      for (int i = 0; i < 4000; i++) {
        int count = design.cell("cell-" + i, CONTROL, CONTROL).counts()[gene];
        found.addValue(count);
        squares.addValue((double) count * count);
      }
      double first = 0.9 * mean * Math.exp(0.045);
      double second = 0.9 * (mean * Math.exp(0.045) + 1.5 * mean * mean * Math.exp(0.18));
      double error = Math.sqrt((second - first * first) / 4000);
      assertThat(found.getMean()).isCloseTo(first, within(5 * error));
      assertThat(squares.getMean())
          .isCloseTo(second, within(5 * squares.getStandardDeviation() / Math.sqrt(4000)));
    }
  }
}
