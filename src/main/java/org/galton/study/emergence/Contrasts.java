package org.galton.study.emergence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.galton.emergence.Statistic;
import org.galton.statistics.test.LabelPermutation;
import org.galton.statistics.test.TestResult;
import org.galton.study.emergence.row.EmergenceEffectRow;
import org.galton.study.emergence.row.EmergenceEffectRow.Analysis;
import org.galton.study.emergence.row.EmergenceEffectRow.Numbers;
import org.galton.study.emergence.row.EmergenceEffectRow.Subject;

/** Each condition less every one before it in string order. */
final class Contrasts {
  private static final String ANALYSIS = Analysis.CONTRAST.label();

  private final String runId;
  private final LabelPermutation permutation;

  Contrasts(String runId, long seed) {
    this.runId = runId;
    this.permutation = LabelPermutation.withDefaults().withSeed(seed);
  }

  /** Of figures less the median of their surrogates. */
  List<EmergenceEffectRow> ofFigures(Findings findings, String experiment) {
    List<EmergenceEffectRow> found = new ArrayList<>();
    List<ConditionKey> keys =
        findings.conditions().stream()
            .filter(key -> key.experiment().equals(experiment) && key.model() != null)
            .toList();
    for (ConditionKey baseline : keys) {
      for (ConditionKey condition : keys) {
        if (isComparable(baseline, condition)) {
          for (Statistic statistic : findings.statistics()) {
            found.add(difference(findings, baseline, condition, statistic));
          }
        }
      }
    }
    return found;
  }

  private static boolean isComparable(ConditionKey baseline, ConditionKey condition) {
    return baseline.condition().compareTo(condition.condition()) < 0
        && baseline.window().equals(condition.window())
        && baseline.model().equals(condition.model());
  }

  private EmergenceEffectRow difference(
      Findings findings, ConditionKey baseline, ConditionKey condition, Statistic statistic) {
    double[] before = findings.corrected(baseline, statistic);
    double[] after = findings.corrected(condition, statistic);
    int all = findings.units(baseline) + findings.units(condition);
    Subject subject =
        new Subject(
            GroupKey.shown(condition.experiment()),
            ANALYSIS,
            condition.window().firstRounds(),
            statistic.quantity(),
            DetailRows.measure(statistic),
            condition.model(),
            GroupKey.shown(baseline.condition()),
            GroupKey.shown(condition.condition()));
    String name = name(baseline.condition(), condition.condition(), statistic.label());
    return difference(
        subject, permutation.of(name, after, before), all - before.length - after.length);
  }

  private EmergenceEffectRow difference(Subject subject, TestResult test, int leftOut) {
    return new EmergenceEffectRow(
        runId,
        subject,
        "difference",
        test.values(),
        leftOut,
        Numbers.difference(test.statistic(), test.pValue()),
        test.status().name(),
        test.reason());
  }

  private static String name(String baseline, String condition, String what) {
    return String.join("/", GroupKey.seeding(baseline), GroupKey.seeding(condition), what);
  }

  /** Of the shares of groups that succeeded. */
  List<EmergenceEffectRow> ofSuccess(String experiment, List<GroupOutline> groups) {
    Map<String, List<GroupOutline>> conditions =
        groups.stream()
            .collect(
                Collectors.groupingBy(
                    group -> group.key().condition(), TreeMap::new, Collectors.toList()));
    List<EmergenceEffectRow> found = new ArrayList<>();
    conditions.forEach(
        (baseline, first) ->
            conditions.forEach(
                (condition, second) -> {
                  if (baseline.compareTo(condition) < 0) {
                    double[] before = successes(first);
                    double[] after = successes(second);
                    found.add(
                        difference(
                            new Subject(
                                GroupKey.shown(experiment),
                                ANALYSIS,
                                null,
                                Subject.SUCCESS,
                                null,
                                null,
                                GroupKey.shown(baseline),
                                GroupKey.shown(condition)),
                            permutation.of(
                                name(baseline, condition, Subject.SUCCESS), after, before),
                            first.size() + second.size() - before.length - after.length));
                  }
                }));
    return found;
  }

  private static double[] successes(List<GroupOutline> groups) {
    return groups.stream()
        .map(GroupOutline::success)
        .filter(Objects::nonNull)
        .mapToDouble(success -> success ? 1 : 0)
        .toArray();
  }
}
