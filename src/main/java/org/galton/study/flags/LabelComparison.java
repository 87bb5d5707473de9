package org.galton.study.flags;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.galton.flags.Rubric;
import org.galton.job.run.SparkAction;
import org.galton.numerics.Optionals;
import org.galton.spec.InvalidInput;
import org.galton.statistics.Interval;
import org.galton.statistics.agreement.KappaInterval;
import org.galton.statistics.agreement.VerdictPairs;
import org.galton.statistics.error.RateInterval;
import org.galton.study.flags.LabelTable.Label;
import org.galton.study.flags.row.FlagLabelRow;

/** Holds flags against labels of the same rollouts. */
final class LabelComparison {
  private static final double CONFIDENCE = 0.95;

  private final String source;
  private final Map<Label, Boolean> labels;

  /**
   * @param source where the labels were read
   */
  LabelComparison(String source, Map<Label, Boolean> labels) {
    this.source = source;
    this.labels = labels;
  }

  private record Group(Rubric rubric, String judge) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int order = rubric.compareTo(other.rubric);
      return order != 0 ? order : judge.compareTo(other.judge);
    }
  }

  private record Problem(String task, String problem) {}

  /**
   * @throws InvalidInput when a label is of no rollout, or of two that cannot be told apart
   */
  List<FlagLabelRow> rows(String runId, JavaRDD<Flagged> all) {
    Map<RolloutKey, Flagged> flagged = flagged(all);
    TreeMap<Group, Map<Problem, VerdictPairs>> groups = new TreeMap<>();
    labels.forEach(
        (label, value) -> {
          RolloutKey rollout = label.rollout();
          Flagged found = flagged.get(rollout);
          if (found == null) {
            throw new InvalidInput(
                "Cannot read %s: no rollout of the input has %s; expected labels with the same names"
                    .formatted(source, rollout));
          }
          groups
              .computeIfAbsent(new Group(label.rubric(), label.judge()), group -> new HashMap<>())
              .merge(
                  new Problem(rollout.agent().task(), rollout.problem()),
                  VerdictPairs.of(value, found.has(label.rubric())),
                  VerdictPairs::plus);
        });
    List<FlagLabelRow> rows = new ArrayList<>();
    groups.forEach((group, problems) -> rows.add(row(runId, group, problems.values())));
    return List.copyOf(rows);
  }

  private Map<RolloutKey, Flagged> flagged(JavaRDD<Flagged> all) {
    HashSet<RolloutKey> wanted = new HashSet<>();
    labels.keySet().forEach(label -> wanted.add(label.rollout()));
    Map<RolloutKey, Flagged> flagged = new HashMap<>();
    SparkAction.run(
            "find labelled rollouts",
            () -> all.filter(rollout -> wanted.contains(rollout.rollout())).collect())
        .forEach(
            found -> {
              if (flagged.put(found.rollout(), found) != null) {
                throw new InvalidInput(
                    "Cannot read %s: two rollouts have %s; give rollouts and labels a column rollout"
                        .formatted(source, found.rollout()));
              }
            });
    return flagged;
  }

  private static FlagLabelRow row(String runId, Group group, Iterable<VerdictPairs> problems) {
    List<VerdictPairs> clusters = new ArrayList<>();
    problems.forEach(clusters::add);
    VerdictPairs sum = clusters.stream().reduce(VerdictPairs.NONE, VerdictPairs::plus);
    Optional<Interval> precision =
        RateInterval.WILSON.of(sum.bothRight() + sum.secondOnly(), sum.bothRight(), CONFIDENCE);
    Optional<Interval> recall =
        RateInterval.WILSON.of(sum.bothRight() + sum.firstOnly(), sum.bothRight(), CONFIDENCE);
    Optional<Interval> kappa =
        sum.kappa().isEmpty() ? Optional.empty() : KappaInterval.of(clusters);
    return new FlagLabelRow(
        runId,
        group.rubric().key(),
        FlagsJob.JUDGE,
        group.judge(),
        sum.total(),
        sum.bothRight(),
        sum.firstOnly(),
        sum.secondOnly(),
        Optionals.orNull(sum.precision()),
        AgentOutcomes.low(precision),
        AgentOutcomes.high(precision),
        Optionals.orNull(sum.recall()),
        AgentOutcomes.low(recall),
        AgentOutcomes.high(recall),
        Optionals.orNull(sum.kappa()),
        AgentOutcomes.low(kappa),
        AgentOutcomes.high(kappa));
  }
}
