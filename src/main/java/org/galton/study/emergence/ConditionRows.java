package org.galton.study.emergence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.galton.emergence.Statistic;
import org.galton.statistics.Estimate;
import org.galton.statistics.Interval;
import org.galton.statistics.Tally;
import org.galton.statistics.error.Bootstrap;
import org.galton.statistics.error.PromptMean;
import org.galton.statistics.error.RateInterval;
import org.galton.statistics.test.FisherCombination;
import org.galton.statistics.test.StoufferCombination;
import org.galton.statistics.test.TestResult;
import org.galton.statistics.test.WilcoxonSignedRank;
import org.galton.study.emergence.row.EmergenceConditionRow;
import org.galton.study.emergence.row.EmergenceConditionRow.Center;
import org.galton.study.emergence.row.EmergenceConditionRow.Chance;
import org.galton.study.emergence.row.EmergenceConditionRow.Figure;
import org.galton.study.emergence.row.EmergenceConditionRow.Groups;
import org.galton.study.emergence.row.EmergenceConditionRow.Significant;
import org.galton.study.emergence.row.EmergenceConditionRow.Test;
import org.galton.study.emergence.row.EmergenceConditionRow.Tests;

/**
 * Tests over the groups of a condition. What combines p-values takes those of the first surrogates,
 * the same number for every group: further ones are drawn by what the first have shown.
 */
final class ConditionRows {
  private static final int FEW_GROUPS = 5;
  private static final double CONFIDENCE = 0.95;
  private static final double[] NOTHING = {};

  private final String runId;
  private final double level;
  private final Bootstrap bootstrap;

  ConditionRows(String runId, double level, long seed) {
    this.runId = runId;
    this.level = level;
    this.bootstrap = Bootstrap.withDefaults().withSeed(seed);
  }

  /** Statistic by statistic, the null models of one beside each other. */
  List<EmergenceConditionRow> of(Findings findings) {
    Map<List<Object>, List<ConditionKey>> keys = new LinkedHashMap<>();
    findings
        .conditions()
        .forEach(
            key ->
                keys.computeIfAbsent(
                        List.of(key.experiment(), key.condition(), key.window()),
                        same -> new ArrayList<>())
                    .add(key));
    List<EmergenceConditionRow> rows = new ArrayList<>();
    for (List<ConditionKey> models : keys.values()) {
      for (Statistic statistic : findings.statistics()) {
        for (ConditionKey key : models) {
          rows.add(row(key, statistic, findings.decided(key, statistic), findings.ended(key)));
        }
      }
    }
    return rows;
  }

  /**
   * @param groups all of the condition that lasted for the window, in order, with one statistic
   * @param ended groups of the condition that did not last as long
   */
  private EmergenceConditionRow row(
      ConditionKey key, Statistic statistic, List<DecidedFigure> groups, int ended) {
    List<DecidedFigure> used =
        groups.stream()
            .filter(one -> key.model() == null ? one.figure().value() != null : one.isTested())
            .toList();
    boolean isTested = key.model() != null;
    double[] corrected =
        isTested ? used.stream().mapToDouble(one -> one.figure().corrected()).toArray() : NOTHING;
    String name = seeding(key, statistic);
    return new EmergenceConditionRow(
        runId,
        new Figure(
            GroupKey.shown(key.experiment()),
            GroupKey.shown(key.condition()),
            key.window().firstRounds(),
            statistic.quantity(),
            DetailRows.measure(statistic),
            key.model()),
        new Groups(used.size(), groups.size() - used.size(), ended),
        agents(used).min(),
        agents(used).max(),
        average(used, one -> one.figure().value()),
        isTested ? chance(used) : Chance.NONE,
        center(bootstrap.of(name, corrected, 0)),
        center(bootstrap.ofMedian(name, corrected, 0)),
        level,
        isTested ? tests(used, corrected) : Tests.NONE,
        flags(key, used));
  }

  /** Names the resampling: two windows or nulls of one statistic draw the same groups. */
  private static String seeding(ConditionKey key, Statistic statistic) {
    return String.join(
        "/",
        GroupKey.seeding(key.experiment()),
        GroupKey.seeding(key.condition()),
        statistic.label());
  }

  private static Chance chance(List<DecidedFigure> used) {
    return new Chance(
        average(used, one -> one.figure().surrogates().median()),
        average(used, one -> one.figure().surrogates().low()),
        average(used, one -> one.figure().surrogates().high()));
  }

  private static Center center(Estimate estimate) {
    return new Center(estimate.value(), estimate.low(), estimate.high());
  }

  private Tests tests(List<DecidedFigure> used, double[] corrected) {
    double[] pValues =
        used.stream().mapToDouble(one -> one.figure().surrogates().pValue()).toArray();
    boolean decided = used.stream().allMatch(one -> one.significant() != null);
    return new Tests(
        significant(used),
        decided
            ? OptionalInt.of((int) used.stream().filter(DecidedFigure::significant).count())
            : OptionalInt.empty(),
        test(FisherCombination.of(pValues)),
        test(StoufferCombination.withDefaults().withHighest(highest(used)).of(pValues)),
        test(WilcoxonSignedRank.of(corrected)));
  }

  private Significant significant(List<DecidedFigure> used) {
    int significant = (int) used.stream().filter(one -> one.alone() <= level).count();
    Optional<Interval> interval =
        RateInterval.WILSON.of(new Tally(used.size(), significant), CONFIDENCE);
    return new Significant(
        OptionalInt.of(significant),
        used.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of((double) significant / used.size()),
        interval.stream().mapToDouble(Interval::low).findFirst(),
        interval.stream().mapToDouble(Interval::high).findFirst());
  }

  private static Test test(TestResult result) {
    return new Test(result.statistic(), result.pValue());
  }

  /** A p of 1 stands for everything above the next smaller one. */
  private static double highest(List<DecidedFigure> used) {
    int replicates =
        used.stream().mapToInt(one -> one.figure().surrogates().replicates()).max().orElse(1);
    return 1 - 1 / (2.0 * (replicates + 1));
  }

  private static OptionalDouble average(
      List<DecidedFigure> used, ToDoubleFunction<DecidedFigure> of) {
    return PromptMean.withDefaults().of(used.stream().mapToDouble(of).toArray(), 0).value();
  }

  private static IntStream agents(List<DecidedFigure> groups) {
    return groups.stream().mapToInt(one -> one.unit().facts().agents());
  }

  private static Optional<String> flags(ConditionKey key, List<DecidedFigure> used) {
    List<String> flags = new ArrayList<>();
    if (key.model() != null && used.size() < FEW_GROUPS) {
      flags.add("too_few_groups");
    }
    if (agents(used).distinct().count() > 1) {
      flags.add("unequal_sizes");
    }
    return flags.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", flags));
  }
}
