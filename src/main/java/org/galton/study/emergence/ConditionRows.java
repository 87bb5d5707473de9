package org.galton.study.emergence;

import static org.galton.numerics.Optionals.orNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/**
 * Tests over the groups of a condition. What combines p-values takes those of the first surrogates,
 * the same number for every group: further ones are drawn by what the first have shown.
 */
final class ConditionRows {
  private static final int FEW_GROUPS = 5;
  private static final double CONFIDENCE = 0.95;

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
    Tests tests = key.model() == null ? Tests.NONE : tests(key, statistic, used);
    return new EmergenceConditionRow(
        runId,
        GroupKey.shown(key.experiment()),
        GroupKey.shown(key.condition()),
        key.window().firstRounds(),
        statistic.quantity(),
        statistic.measure().map(m -> m.name().toLowerCase(Locale.ROOT)).orElse(null),
        key.model(),
        used.size(),
        groups.size() - used.size(),
        ended,
        used.isEmpty() ? null : agents(used).min().getAsInt(),
        used.isEmpty() ? null : agents(used).max().getAsInt(),
        average(used, one -> one.figure().value()),
        tests.nullLevel(used, GroupFigure.Surrogates::median),
        tests.nullLevel(used, GroupFigure.Surrogates::low),
        tests.nullLevel(used, GroupFigure.Surrogates::high),
        orNull(tests.mean().value()),
        orNull(tests.mean().low()),
        orNull(tests.mean().high()),
        orNull(tests.median().value()),
        orNull(tests.median().low()),
        orNull(tests.median().high()),
        level,
        tests.significant(),
        tests.share(),
        tests.interval().map(Interval::low).orElse(null),
        tests.interval().map(Interval::high).orElse(null),
        tests.discoveries(),
        orNull(tests.fisher().statistic()),
        orNull(tests.fisher().pValue()),
        orNull(tests.stouffer().statistic()),
        orNull(tests.stouffer().pValue()),
        orNull(tests.wilcoxon().statistic()),
        orNull(tests.wilcoxon().pValue()),
        flags(key, used));
  }

  private Tests tests(ConditionKey key, Statistic statistic, List<DecidedFigure> used) {
    double[] corrected = used.stream().mapToDouble(one -> one.figure().corrected()).toArray();
    double[] pValues =
        used.stream().mapToDouble(one -> one.figure().surrogates().pValue()).toArray();
    // Seeds the resampling: two windows or nulls of one statistic draw the same groups.
    String name =
        String.join(
            "/",
            GroupKey.seeding(key.experiment()),
            GroupKey.seeding(key.condition()),
            statistic.label());
    int significant = (int) used.stream().filter(one -> one.alone() <= level).count();
    boolean decided = used.stream().allMatch(one -> one.significant() != null);
    return new Tests(
        bootstrap.of(name, corrected, 0),
        bootstrap.ofMedian(name, corrected, 0),
        significant,
        RateInterval.WILSON.of(new Tally(used.size(), significant), CONFIDENCE),
        decided ? (int) used.stream().filter(DecidedFigure::significant).count() : null,
        FisherCombination.of(pValues),
        StoufferCombination.withDefaults().withHighest(highest(used)).of(pValues),
        WilcoxonSignedRank.of(corrected),
        used.size());
  }

  /** A p of 1 stands for everything above the next smaller one. */
  private static double highest(List<DecidedFigure> used) {
    int replicates =
        used.stream().mapToInt(one -> one.figure().surrogates().replicates()).max().orElse(1);
    return 1 - 1 / (2.0 * (replicates + 1));
  }

  private record Tests(
      Estimate mean,
      Estimate median,
      Integer significant,
      Optional<Interval> interval,
      Integer discoveries,
      TestResult fisher,
      TestResult stouffer,
      TestResult wilcoxon,
      int groups) {
    /** Of figures that were compared with nothing. */
    private static final Tests NONE =
        new Tests(
            Bootstrap.withDefaults().of("", new double[0], 0),
            Bootstrap.withDefaults().ofMedian("", new double[0], 0),
            null,
            Optional.empty(),
            null,
            FisherCombination.of(new double[0]),
            StoufferCombination.withDefaults().of(new double[0]),
            WilcoxonSignedRank.of(new double[0]),
            0);

    /** Mean over groups of a figure of their surrogates. */
    Double nullLevel(List<DecidedFigure> used, ToDoubleFunction<GroupFigure.Surrogates> of) {
      return significant == null
          ? null
          : average(used, one -> of.applyAsDouble(one.figure().surrogates()));
    }

    Double share() {
      return significant == null || groups == 0 ? null : (double) significant / groups;
    }
  }

  private static Double average(List<DecidedFigure> used, ToDoubleFunction<DecidedFigure> of) {
    double[] values = used.stream().mapToDouble(of).toArray();
    return orNull(PromptMean.withDefaults().of(values, 0).value());
  }

  private static IntStream agents(List<DecidedFigure> groups) {
    return groups.stream().mapToInt(one -> one.unit().facts().agents());
  }

  private static String flags(ConditionKey key, List<DecidedFigure> used) {
    List<String> flags = new ArrayList<>();
    if (key.model() != null && used.size() < FEW_GROUPS) {
      flags.add("too_few_groups");
    }
    if (agents(used).distinct().count() > 1) {
      flags.add("unequal_sizes");
    }
    return flags.isEmpty() ? null : String.join(" ", flags);
  }
}
