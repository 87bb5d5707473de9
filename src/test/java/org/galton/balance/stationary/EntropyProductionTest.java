package org.galton.balance.stationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.galton.balance.KernelEstimation;
import org.galton.balance.LogMove;
import org.galton.balance.MoveKernel;
import org.galton.balance.WorkedExamples;
import org.galton.balance.potential.LeastAction;
import org.junit.jupiter.api.Test;

class EntropyProductionTest {
  private static final LeastAction FIT = LeastAction.withDefaults();

  @Test
  void hasTheClosedFormOfADrivenRing() {
    for (double drive : new double[] {0.1, 1, 3}) {
      assertThat(of(WorkedExamples.drivenRing(3, drive)))
          .isEqualTo(0.2 * drive * Math.sinh(drive / 2), within(1e-14));
    }
  }

  @Test
  void weighsMovesByTheStationaryLaw() {
    MoveKernel kernel = KernelEstimation.withDefaults().of(WorkedExamples.violated()).kernel();
    assertThat(of(kernel)).isEqualTo(0.003998926, within(5e-10));
  }

  @Test
  void isNothingInDetailedBalance() {
    assertThat(of(WorkedExamples.reversible(200, 4, 6, 0, 3).kernel())).isEqualTo(0, within(1e-20));
  }

  /** 800 states are eliminated, more are swept; one that is hardly ever visited adds nothing. */
  @Test
  void doesNotDependOnHowTheLawIsFound() {
    MoveKernel small = WorkedExamples.reversible(800, 8, 2, 0.5, 3).kernel();
    List<LogMove> moves =
        new ArrayList<>(
            IntStream.range(0, small.moves())
                .mapToObj(
                    move ->
                        new LogMove(
                            small.source(move), small.target(move), small.logProbability(move)))
                .toList());
    moves.add(new LogMove(0, 800, -600));
    moves.add(new LogMove(800, 0, -1));
    assertThat(of(LogMove.kernel(801, moves))).isEqualTo(of(small), within(1e-9 * of(small)));
  }

  @Test
  void isAbsentWhereInfiniteOrNothingMoves() {
    MoveKernel cycle = KernelEstimation.withDefaults().of(WorkedExamples.oneWayCycle()).kernel();
    assertThat(EntropyProduction.of(FIT.of(cycle))).isEmpty();
    assertThat(EntropyProduction.of(FIT.of(MoveKernel.builder().build()))).isEmpty();
  }

  @Test
  void countsAStepOutOfTheComponentAsAStay() {
    MoveKernel ring =
        MoveKernel.builder()
            .add("a", "b", 0.3)
            .add("b", "c", 0.3)
            .add("c", "a", 0.3)
            .add("a", "c", 0.1)
            .add("c", "b", 0.1)
            .add("b", "a", 0.1)
            .add("a", "z", 0.2)
            .build();
    assertThat(of(ring)).isEqualTo(0.2 * Math.log(3), within(1e-15));
  }

  private static double of(MoveKernel kernel) {
    return EntropyProduction.of(FIT.of(kernel)).getAsDouble();
  }
}
