package org.galton.balance.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.galton.balance.AttemptRule;
import org.galton.balance.EstimatedKernel;
import org.galton.balance.KernelEstimation;
import org.galton.balance.MoveKernel;
import org.galton.balance.TransitionCounts;
import org.galton.balance.WorkedExamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeastActionTest {
  private static final Offset<Double> PRINTED = within(5e-7);
  private static final KernelEstimation BY_ATTEMPTS = KernelEstimation.withDefaults();
  private static final LeastAction EXP = LeastAction.withDefaults();
  private static final LeastAction LOGISTIC = EXP.with(ViolationFunction.LOGISTIC);

  /** Table of a published agent: potentials and actions as its paper's data give them. */
  @Test
  void findsThePotentialOfWordsAroundAHub() {
    EstimatedKernel estimated =
        BY_ATTEMPTS.with(AttemptRule.UNIFORM).withTotalAttempts(20_000).of(WorkedExamples.words());
    Landscape exp = EXP.of(estimated.kernel());
    assertThat(estimated.n0(0)).isEqualTo(4000);
    assertThat(estimated.capped()).isEqualTo(1);
    assertThat(exp.components().size()).isEqualTo(3);
    assertThat(exp.components().states(0)).containsExactly(0, 2, 3);
    assertThat(exp.potential(1)).as("BUZ").isEmpty();
    assertThat(exp.potential(4)).as("TUR").isEmpty();
    assertThat(exp.action()).isEqualTo(0.077274, PRINTED);
    assertThat(exp.actionAtZero()).isEqualTo(0.781, PRINTED);
    Landscape logistic = LOGISTIC.of(estimated.kernel());
    assertThat(logistic.action()).isEqualTo(0.022955, PRINTED);
    for (Landscape landscape : new Landscape[] {exp, logistic}) {
      assertThat(difference(landscape, 2, 0)).isEqualTo(Math.log(3879 / 66.0), within(1e-12));
      assertThat(difference(landscape, 3, 0)).isEqualTo(Math.log(3558 / 20.0), within(1e-12));
      assertThat(landscape.actionExcess()).isEqualTo(0, within(1e-15));
    }
  }

  @ParameterizedTest
  @EnumSource(ViolationFunction.class)
  void meetsTheBoundInDetailedBalance(ViolationFunction function) {
    Landscape landscape = EXP.with(function).of(BY_ATTEMPTS.of(WorkedExamples.balanced()).kernel());
    boolean exp = function == ViolationFunction.EXP;
    assertThat(difference(landscape, 1, 0)).isEqualTo(Math.log(2), within(1e-12));
    assertThat(difference(landscape, 2, 0)).isEqualTo(Math.log(6), within(1e-12));
    assertThat(landscape.action()).isEqualTo(exp ? 0.201006 : 0.129849, PRINTED);
    assertThat(landscape.actionAtZero()).isEqualTo(exp ? 0.236667 : 0.164045, PRINTED);
    assertThat(landscape.actionExcess()).isEqualTo(0, within(1e-15));
  }

  /** Published counts of one hub, with as many attempts everywhere. */
  @Test
  void readsThePotentialOffPairsOfAHub() {
    EstimatedKernel estimated =
        BY_ATTEMPTS
            .with(AttemptRule.UNIFORM)
            .withTotalAttempts(4 * 4000)
            .of(
                TransitionCounts.builder()
                    .add("b", "a", 954)
                    .add("a", "b", 564)
                    .add("c", "a", 822)
                    .add("a", "c", 7)
                    .add("d", "a", 353)
                    .add("a", "d", 2)
                    .build());
    Landscape landscape = EXP.of(estimated.kernel());
    assertThat(difference(landscape, 1, 0)).isEqualTo(0.526, within(5e-4));
    assertThat(difference(landscape, 2, 0)).isEqualTo(4.766, within(5e-4));
    assertThat(difference(landscape, 3, 0)).isEqualTo(5.173, within(5e-4));
  }

  @Test
  void shiftsThePotentialWithTheRule() {
    Landscape outgoing =
        EXP.of(BY_ATTEMPTS.with(AttemptRule.OUTGOING).of(WorkedExamples.balanced()).kernel());
    assertThat(difference(outgoing, 1, 0)).isEqualTo(0.039221, PRINTED);
    assertThat(difference(outgoing, 2, 0)).isEqualTo(0.860201, PRINTED);
    assertThat(outgoing.action()).isEqualTo(0.960509, PRINTED);
    assertThat(outgoing.actionAtZero()).isEqualTo(1, within(1e-15));
  }

  @Test
  void solvesACycleSeenOneWay() {
    MoveKernel kernel = BY_ATTEMPTS.of(WorkedExamples.oneWayCycle()).kernel();
    Landscape exp = EXP.of(kernel);
    assertThat(exp.components().size()).isEqualTo(1);
    assertPotential(exp, 0.924196, -0.462098, -0.462098);
    assertThat(exp.action()).isEqualTo(0.2, within(1e-12));
    assertThat(exp.actionLowerBound()).isZero();
    Landscape logistic = LOGISTIC.of(kernel);
    assertPotential(logistic, 0.992494, -0.333876, -0.658618);
    assertThat(logistic.action()).isEqualTo(0.128536, PRINTED);
  }

  @Test
  void compromisesWhereBalanceIsViolated() {
    MoveKernel kernel = BY_ATTEMPTS.of(WorkedExamples.violated()).kernel();
    Landscape exp = EXP.of(kernel);
    assertPotential(exp, 1.121535, -0.124163, -0.997372);
    assertThat(exp.action()).isEqualTo(0.257409, PRINTED);
    assertThat(exp.actionLowerBound()).isEqualTo(0.255939, PRINTED);
    assertThat(exp.actionExcess()).isEqualTo(0.001470, PRINTED);
    Landscape logistic = LOGISTIC.of(kernel);
    assertPotential(logistic, 1.096695, -0.130177, -0.966518);
    assertThat(logistic.action()).isEqualTo(0.163175, PRINTED);
  }

  @ParameterizedTest
  @EnumSource(ViolationFunction.class)
  void halvesThePotentialAtTwiceTheBeta(ViolationFunction function) {
    MoveKernel kernel = BY_ATTEMPTS.of(WorkedExamples.violated()).kernel();
    Landscape one = EXP.with(function).of(kernel);
    Landscape two = EXP.with(function).withBeta(2).of(kernel);
    for (int state = 0; state < 3; state++) {
      assertThat(two.potential(state).getAsDouble())
          .isEqualTo(one.potential(state).getAsDouble() / 2, within(1e-14));
    }
    assertThat(two.action()).isEqualTo(one.action(), within(1e-15));
  }

  @ParameterizedTest
  @EnumSource(ViolationFunction.class)
  void isFlatOnADrivenRing(ViolationFunction function) {
    for (double drive : new double[] {0.3, 1, 3}) {
      Landscape ring = EXP.with(function).of(WorkedExamples.drivenRing(3, drive));
      for (int state = 0; state < 3; state++) {
        assertThat(ring.potential(state).getAsDouble()).isEqualTo(0, within(1e-11));
      }
      assertThat(ring.action())
          .isEqualTo(0.2 * Math.cosh(drive / 2) * function.atZero(), within(1e-14));
      assertThat(ring.action()).isEqualTo(ring.actionAtZero(), within(1e-14));
    }
    assertThat(EXP.of(WorkedExamples.drivenRing(3, 1)).actionLowerBound())
        .isEqualTo(0.2, within(1e-14));
  }

  @Test
  void leavesStatesOffEveryCycleWithoutPotential() {
    Landscape landscape =
        EXP.of(
            MoveKernel.builder()
                .add("a", "b", 0.5)
                .add("b", "c", 0.5)
                .add("c", "b", 0.2)
                .add("c", "d", 0.1)
                .state("e")
                .build());
    assertThat(landscape.solved(0)).isFalse();
    assertThat(landscape.potential(3)).isEmpty();
    assertThat(landscape.potential(4)).isEmpty();
    assertThat(difference(landscape, 2, 1)).isEqualTo(Math.log(0.2 / 0.5), within(1e-15));
    assertThat(landscape.action()).isEqualTo(2 * Math.sqrt(0.1) / 5, within(1e-15));
    assertThat(landscape.actionAtZero()).isEqualTo(1.3 / 5, within(1e-15));
    assertThat(landscape.potentialSd())
        .hasValueCloseTo(Math.log(2.5) / Math.sqrt(2), within(1e-15));
  }

  @Test
  void fixesAGaugeInEachComponent() {
    Landscape landscape =
        EXP.of(
            MoveKernel.builder()
                .add("a", "b", 0.4)
                .add("b", "a", 0.1)
                .add("b", "c", 0.3)
                .add("c", "d", 0.2)
                .add("d", "c", 0.2)
                .build());
    assertThat(landscape.components().size()).isEqualTo(2);
    assertThat(landscape.potential(0).getAsDouble()).isEqualTo(Math.log(2), within(1e-15));
    assertThat(landscape.potential(1).getAsDouble()).isEqualTo(-Math.log(2), within(1e-15));
    assertThat(landscape.potential(2).getAsDouble()).isZero();
    assertThat(landscape.potential(3).getAsDouble()).isZero();
  }

  @ParameterizedTest
  @EnumSource(ViolationFunction.class)
  void hasNoActionWithoutMoves(ViolationFunction function) {
    for (MoveKernel kernel :
        new MoveKernel[] {
          MoveKernel.builder().build(), MoveKernel.builder().add("a", "a", 0.5).build()
        }) {
      Landscape landscape = EXP.with(function).of(kernel);
      assertThat(landscape.action()).isZero();
      assertThat(landscape.actionAtZero()).isZero();
      assertThat(landscape.actionLowerBound()).isZero();
      assertThat(landscape.potentialSd()).isEmpty();
      assertThat(landscape.imbalance()).isZero();
    }
  }

  @Test
  void refusesASettingThatMeansNothing() {
    assertThatThrownBy(() -> EXP.withBeta(0))
        .hasMessage("Invalid beta 0.0: expected a number above 0");
    assertThatThrownBy(() -> ViolationFunction.of("sigmoid"))
        .hasMessage("Invalid kernel sigmoid: expected exp or logistic");
    assertThat(ViolationFunction.of("logistic")).isEqualTo(ViolationFunction.LOGISTIC);
  }

  private static void assertPotential(Landscape landscape, double... expected) {
    for (int state = 0; state < expected.length; state++) {
      assertThat(landscape.potential(state).getAsDouble()).isEqualTo(expected[state], PRINTED);
    }
  }

  private static double difference(Landscape landscape, int state, int other) {
    return landscape.potential(state).getAsDouble() - landscape.potential(other).getAsDouble();
  }
}
