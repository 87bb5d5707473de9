package org.galton.study.balance;

import static org.galton.numerics.Optionals.orNull;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.galton.balance.TransitionCounts;
import org.galton.balance.test.BalanceFit;
import org.galton.balance.test.ExactCycleResult;
import org.galton.balance.test.KolmogorovTest;
import org.galton.balance.test.OneSidedBound;
import org.galton.balance.test.OneSidedBounds;
import org.galton.balance.test.TriangleFigures;
import org.galton.study.balance.row.BalanceBoundRow;
import org.galton.study.balance.row.BalanceCycleRow;
import org.galton.study.balance.row.BalanceTestRow;

/** Tests of one agent's moves as rows. */
record TestRows(String runId, AgentKey agent, BalanceRequest request) {
  /** Of each agent, loops and bounds. */
  static final int MOST = 20_000;

  BalanceTestRow exact(ExactCycleResult result) {
    return row(
        "exact_cycle",
        null,
        null,
        orNull(result.pValue()),
        result.cycles(),
        verdict(result.pValue()));
  }

  /** An approximation, which decides nothing. */
  BalanceTestRow fit(String test, BalanceFit fit) {
    return row(
        test,
        orNull(fit.statistic()),
        fit.dof(),
        orNull(fit.pValue()),
        null,
        fit.testable() ? null : "untestable");
  }

  BalanceTestRow kolmogorov(KolmogorovTest result) {
    String verdict =
        !result.testable() ? "untestable" : result.violated() ? "violated" : "not_rejected";
    return row(
        "kolmogorov", orNull(result.largestMismatch()), result.cycles(), null, null, verdict);
  }

  /**
   * A size that is compared with no distribution.
   *
   * @param number what it is a mean of; null where that means nothing
   */
  BalanceTestRow figure(String test, OptionalDouble statistic, Integer number) {
    return row(test, orNull(statistic), number, null, null, null);
  }

  List<BalanceCycleRow> cycles(TriangleFigures triangles) {
    return triangles.loops().stream()
        .map(
            loop ->
                new BalanceCycleRow(
                    runId,
                    agent.experiment(),
                    agent.condition(),
                    loop.first(),
                    loop.second(),
                    loop.third(),
                    loop.forward(),
                    loop.backward(),
                    loop.affinity(),
                    loop.sd(),
                    loop.pValue(),
                    loop.qValue()))
        .toList();
  }

  List<BalanceBoundRow> bounds(TransitionCounts counts) {
    return OneSidedBounds.of(counts).stream()
        .sorted(
            Comparator.comparingDouble(OneSidedBound::bound)
                .reversed()
                .thenComparing(OneSidedBound::source)
                .thenComparing(OneSidedBound::target))
        .limit(MOST)
        .map(
            bound ->
                new BalanceBoundRow(
                    runId,
                    agent.experiment(),
                    agent.condition(),
                    bound.source(),
                    bound.target(),
                    bound.count(),
                    bound.bound() / request.beta(),
                    bound.bound95() / request.beta()))
        .toList();
  }

  private String verdict(OptionalDouble pValue) {
    if (pValue.isEmpty()) {
      return "untestable";
    }
    return pValue.getAsDouble() <= request.level() ? "violated" : "not_rejected";
  }

  private BalanceTestRow row(
      String test, Double statistic, Integer dof, Double pValue, Integer cycles, String verdict) {
    return new BalanceTestRow(
        runId,
        agent.experiment(),
        agent.condition(),
        test,
        statistic,
        dof,
        pValue,
        cycles,
        request.level(),
        verdict);
  }
}
