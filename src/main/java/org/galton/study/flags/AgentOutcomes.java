package org.galton.study.flags;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.galton.flags.Rubric;
import org.galton.job.agents.Agent;
import org.galton.numerics.Optionals;
import org.galton.statistics.Interval;
import org.galton.statistics.error.RateInterval;
import org.galton.statistics.error.RateRatio;
import org.galton.study.flags.RubricCounts.Outcome;
import org.galton.study.flags.row.FlagOutcomeRow;

/** Flags of an agent beside its outcomes, a row for each rubric that its rollouts can show. */
final class AgentOutcomes {
  private static final double CONFIDENCE = 0.95;

  private AgentOutcomes() {}

  /**
   * @param problems in an order of their own
   */
  static List<FlagOutcomeRow> rows(String runId, Agent agent, List<RubricCounts> problems) {
    RubricCounts all = problems.stream().reduce(new RubricCounts(), RubricCounts::and);
    List<FlagOutcomeRow> rows = new ArrayList<>();
    for (Rubric rubric : Rubric.values()) {
      if (!all.isVisible(rubric)) {
        continue;
      }
      RateRatio.Cluster sums = all.compared(rubric);
      RateRatio ratio =
          RateRatio.of(problems.stream().map(problem -> problem.compared(rubric)).toList());
      Optional<Interval> first = RateInterval.WILSON.of(sums.m(), sums.a(), CONFIDENCE);
      Optional<Interval> second = RateInterval.WILSON.of(sums.n(), sums.b(), CONFIDENCE);
      rows.add(
          new FlagOutcomeRow(
              runId,
              agent.task(),
              agent.model(),
              agent.scaffold(),
              rubric.key(),
              FlagsJob.JUDGE,
              rubric.isBehaviour() ? "behaviour" : "failure",
              all.rollouts(Outcome.FAILED),
              all.flagged(rubric, Outcome.FAILED),
              all.rollouts(Outcome.SUCCEEDED),
              all.flagged(rubric, Outcome.SUCCEEDED),
              all.rollouts(Outcome.EXCLUDED),
              all.flagged(rubric, Outcome.EXCLUDED),
              share(sums.a(), sums.m()),
              low(first),
              high(first),
              share(sums.b(), sums.n()),
              low(second),
              high(second),
              Optionals.orNull(ratio.ratio()),
              low(ratio.interval()),
              high(ratio.interval())));
    }
    return rows;
  }

  static Double share(long part, long whole) {
    return whole == 0 ? null : (Double) ((double) part / whole);
  }

  static Double low(Optional<Interval> interval) {
    return interval.map(Interval::low).orElse(null);
  }

  static Double high(Optional<Interval> interval) {
    return interval.map(Interval::high).orElse(null);
  }
}
