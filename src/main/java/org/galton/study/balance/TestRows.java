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
import org.galton.study.balance.row.BalanceTest;
import org.galton.study.balance.row.BalanceTestRow;
import org.galton.study.balance.row.BalanceVerdict;

/** Tests of one agent's moves as rows. */
record TestRows(String runId, AgentKey agent, BalanceRequest request) {
  /** Of each agent, loops and bounds. */
  static final int MOST = 20_000;

  BalanceTestRow exact(ExactCycleResult result) {
    return row(
        BalanceTest.EXACT_CYCLE,
        null,
        null,
        orNull(result.pValue()),
        result.cycles(),
        verdict(result.pValue()));
  }

  /** An approximation, which decides nothing. */
  BalanceTestRow fit(BalanceTest test, BalanceFit fit) {
    return row(
        test,
        orNull(fit.statistic()),
        fit.dof(),
        orNull(fit.pValue()),
        null,
        fit.testable() ? null : BalanceVerdict.UNTESTABLE);
  }

  BalanceTestRow kolmogorov(KolmogorovTest result) {
    BalanceVerdict verdict = verdict(result.testable(), result.violated());
    return row(
        BalanceTest.KOLMOGOROV,
        orNull(result.largestMismatch()),
        result.cycles(),
        null,
        null,
        verdict);
  }

  /**
   * A size that is compared with no distribution.
   *
   * @param number what it is a mean of; null where that means nothing
   */
  BalanceTestRow figure(BalanceTest test, OptionalDouble statistic, Integer number) {
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

  private BalanceVerdict verdict(OptionalDouble pValue) {
    return verdict(pValue.isPresent(), pValue.orElse(1) <= request.level());
  }

  private static BalanceVerdict verdict(boolean testable, boolean violated) {
    if (!testable) {
      return BalanceVerdict.UNTESTABLE;
    }
    return violated ? BalanceVerdict.VIOLATED : BalanceVerdict.NOT_REJECTED;
  }

  private BalanceTestRow row(
      BalanceTest test,
      Double statistic,
      Integer dof,
      Double pValue,
      Integer cycles,
      BalanceVerdict verdict) {
    return new BalanceTestRow(
        runId,
        agent.experiment(),
        agent.condition(),
        test.label(),
        statistic,
        dof,
        pValue,
        cycles,
        request.level(),
        verdict == null ? null : verdict.label());
  }
}
