package org.galton.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.galton.balance.MoveKernel;
import org.galton.balance.test.KolmogorovTest;
import org.junit.jupiter.api.Test;

class BalanceBenchmarkTest {
  @Test
  void growsTenfoldTwice() {
    List<String> told = new ArrayList<>();
    List<BalanceBenchmark.Row> rows = new BalanceBenchmark(2000, 10).run(told::add);
    assertThat(rows).extracting(BalanceBenchmark.Row::states).containsExactly(20, 200, 2000);
    assertThat(rows).extracting(BalanceBenchmark.Row::moves).containsExactly(200, 2000, 20_000);
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.exp().time().seconds()).isPositive();
              assertThat(row.exp().newtonSteps()).isPositive();
              assertThat(row.exp().imbalance()).isLessThan(1e-11);
              assertThat(row.logistic().imbalance()).isLessThan(1e-11);
              assertThat(row.heapBytes()).isPositive();
            });
    assertThat(told).hasSize(4);
  }

  @Test
  void timesAKernelNearBalance() {
    MoveKernel kernel = SimulatedKernel.of(50, 4);
    KolmogorovTest balance = KolmogorovTest.of(kernel);
    assertThat(balance.pairs()).isEqualTo(100);
    assertThat(balance.oneWay()).isZero();
    assertThat(balance.largestMismatch().getAsDouble()).isEqualTo(5, within(4.999));
    assertThat(kernel.acceptance()).isLessThan(1);
  }

  @Test
  void whatCannotBeMeasuredIsNoBenchmark() {
    assertThatThrownBy(() -> new BalanceBenchmark(1000, 100))
        .hasMessage(
            "Invalid benchmark of 1000 states with 100 neighbours: expected an even number of"
                + " neighbours, and at least 200 states for each");
    assertThatThrownBy(() -> new BalanceBenchmark(2_000_000_000, 100))
        .hasMessageEndingWith("expected at most 536,870,911 moves");
  }
}
