package org.galton.balance.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.galton.balance.KernelEstimation;
import org.galton.balance.MoveKernel;
import org.galton.balance.WorkedExamples;
import org.junit.jupiter.api.Test;

class KolmogorovTestTest {

  @Test
  void measuresHowFarACycleIsFromClosing() {
    KolmogorovTest test = KolmogorovTest.of(WorkedExamples.drivenRing(3, 0.4));
    assertThat(test.largestMismatch().getAsDouble()).isEqualTo(3 * 0.4, within(1e-14));
    assertThat(test.pairs()).isEqualTo(3);
    assertThat(test.cycles()).isEqualTo(1);
    assertThat(test.violated()).isTrue();
    MoveKernel violated = KernelEstimation.withDefaults().of(WorkedExamples.violated()).kernel();
    assertThat(KolmogorovTest.of(violated).largestMismatch().getAsDouble())
        .isEqualTo(Math.log(2), within(1e-14));
  }

  @Test
  void passesKernelsInBalance() {
    for (double range : new double[] {0, 5, 700}) {
      KolmogorovTest test =
          KolmogorovTest.of(WorkedExamples.reversible(300, 5, range, 0, 4).kernel());
      assertThat(test.testable()).isTrue();
      assertThat(test.violated()).as("range " + range).isFalse();
    }
    assertThat(KolmogorovTest.of(WorkedExamples.reversible(300, 5, 5, 1e-6, 4).kernel()).violated())
        .isTrue();
  }

  @Test
  void failsAPairSeenOneWay() {
    KolmogorovTest test =
        KolmogorovTest.of(
            MoveKernel.builder().add("a", "b", 0.5).add("b", "a", 0.5).add("b", "c", 0.1).build());
    assertThat(test.oneWay()).isEqualTo(1);
    assertThat(test.violated()).isTrue();
    assertThat(test.testable()).isTrue();
    assertThat(test.largestMismatch()).isEmpty();
  }

  @Test
  void canTellNothingFromATree() {
    KolmogorovTest tree =
        KolmogorovTest.of(
            MoveKernel.builder()
                .add("a", "b", 0.5)
                .add("b", "a", 0.1)
                .add("b", "c", 0.1)
                .add("c", "b", 0.7)
                .build());
    assertThat(tree.testable()).isFalse();
    assertThat(tree.violated()).isFalse();
    assertThat(tree.cycles()).isZero();
    assertThat(KolmogorovTest.of(MoveKernel.builder().build()).testable()).isFalse();
  }
}
