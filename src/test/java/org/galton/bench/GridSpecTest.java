package org.galton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.galton.bench.DecodeCells.cell;

import java.util.List;
import java.util.stream.IntStream;
import org.galton.bench.DecodeCell.Crew;
import org.galton.spec.InvalidInput;
import org.junit.jupiter.api.Test;

final class GridSpecTest {
  private static final GridSpec GRID =
      new GridSpec(List.of(256, 64, 64), List.of(512, 32), 64, 2, 3);

  @Test
  void everyPromptMeetsTheRivalsInEveryBatch() {
    assertThat(GRID.batches()).containsExactly(64, 256);
    assertThat(GRID.promptTokens()).containsExactly(32, 512);
    assertThat(GRID.rivals(512))
        .containsExactly(
            cell(Way.ONE_AT_A_TIME, 2, 512, 256, 64),
            cell(Way.COPIED, 2, 512, 64, 64),
            cell(Way.SHARED, 2, 512, 64, 64),
            cell(Way.COPIED, 2, 512, 256, 64),
            cell(Way.SHARED, 2, 512, 256, 64),
            new DecodeCell(Way.SHARED, new Crew(1, 2), 512, 256, 256, 64));
  }

  @Test
  void growthIsInRolloutsOverTheSameSlotsAndInTokens() {
    List<DecodeCell> growth = GRID.growth(32);

    assertThat(growth).allMatch(cell -> cell.slots() == 64 && cell.way() == Way.SHARED);
    assertThat(growth.stream().map(cell -> cell.rollouts() + " x " + cell.newTokens()))
        .containsExactly("64 x 64", "128 x 64", "256 x 64", "512 x 64", "64 x 32", "64 x 128");
  }

  @Test
  void aSingleLoopHasNoOtherWayToUseItsCore() {
    GridSpec single = new GridSpec(List.of(4), List.of(32), 8, 1, 1);

    assertThat(single.rivals(32)).hasSize(3).allMatch(c -> c.crew().equals(new Crew(1, 1)));
  }

  @Test
  void thereAreNoMoreLoopsThanRollouts() {
    GridSpec wide = new GridSpec(List.of(3), List.of(32), 8, 16, 1);

    assertThat(wide.shared(32, 3).crew()).isEqualTo(new Crew(3, 1));
  }

  @Test
  void theSharesOfAllLoopsAddUp() {
    DecodeCell cell = new DecodeCell(Way.SHARED, new Crew(3, 1), 32, 10, 100, 8);

    assertThat(IntStream.range(0, 3).map(cell::slotsOf)).containsExactly(3, 3, 4);
    assertThat(IntStream.range(0, 3).map(cell::drawnBy)).containsExactly(33, 33, 34);
    assertThat(cell.scale()).isEqualTo(1);
  }

  @Test
  void oneAtATimeDrawsAFewAndIsScaled() {
    DecodeCell cell = cell(Way.ONE_AT_A_TIME, 2, 32, 256, 64);

    assertThat(IntStream.range(0, 2).map(cell::slotsOf)).containsExactly(1, 1);
    assertThat(IntStream.range(0, 2).map(cell::drawnBy)).containsExactly(2, 2);
    assertThat(cell.scale()).isEqualTo(64);
    assertThat(cell(Way.ONE_AT_A_TIME, 2, 32, 3, 64).scale()).isEqualTo(1);
  }

  @Test
  void aNumberBelowOneNamesItsOption() {
    assertThatThrownBy(() -> new GridSpec(List.of(64, 0), List.of(32), 64, 2, 3))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Invalid --batch 0: expected 1 or more");
    assertThatThrownBy(() -> new GridSpec(List.of(64), List.of(32), 64, 2, 0))
        .isInstanceOf(InvalidInput.class)
        .hasMessage("Invalid --repeat 0: expected 1 or more");
  }
}
