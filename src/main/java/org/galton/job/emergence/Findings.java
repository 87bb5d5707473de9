package org.galton.job.emergence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.galton.emergence.Escalation.Trial;
import org.galton.emergence.Statistic;
import org.galton.table.EmergenceConditionRow;
import org.galton.table.EmergenceGroupRow;

/** What all units together say: decisions about groups, and tests of conditions. */
final class Findings {
  private final EmergenceRequest request;
  private final String runId;
  private final List<GroupKey> groups;
  private final Map<ConditionKey, List<UnitSummary>> conditions;
  private final List<Statistic> statistics;
  private final Confirmations confirmations;

  Findings(
      EmergenceRequest request,
      String runId,
      List<GroupKey> groups,
      Map<ConditionKey, List<UnitSummary>> conditions,
      Confirmations confirmations) {
    this.request = request;
    this.runId = runId;
    this.groups = groups;
    this.conditions = conditions;
    this.statistics = request.settings().statistics();
    this.confirmations = confirmations;
  }

  /** Units that are tested together, each in order. */
  static Map<ConditionKey, List<UnitSummary>> conditions(List<UnitSummary> units) {
    return units.stream()
        .sorted(Comparator.comparing(UnitSummary::key))
        .collect(
            Collectors.groupingBy(
                unit -> ConditionKey.of(unit.key()), TreeMap::new, Collectors.toList()));
  }

  EmergenceResult result() {
    return new EmergenceResult(request, groups.size(), statuses(), conditionRows());
  }

  /** Condition by condition, statistic by statistic. */
  Stream<EmergenceGroupRow> groupRows() {
    return conditions.keySet().stream()
        .flatMap(key -> IntStream.range(0, statistics.size()).mapToObj(i -> decided(key, i)))
        .flatMap(List::stream)
        .map(figure -> figure.row(runId));
  }

  private List<EmergenceConditionRow> conditionRows() {
    ConditionRows rows = new ConditionRows(runId, request.level(), request.settings().seed());
    Map<List<String>, Long> sizes =
        groups.stream()
            .collect(
                Collectors.groupingBy(
                    key -> List.of(key.experiment(), key.condition()), Collectors.counting()));
    List<EmergenceConditionRow> found = new ArrayList<>();
    conditions.forEach(
        (key, units) -> {
          int ended =
              sizes.get(List.of(key.experiment(), key.condition())).intValue() - units.size();
          for (int i = 0; i < statistics.size(); i++) {
            found.add(rows.row(key, statistics.get(i), decided(key, i), ended));
          }
        });
    return found;
  }

  private List<DecidedFigure> decided(ConditionKey key, int statistic) {
    List<UnitSummary> units = conditions.get(key);
    List<Trial> confirmed = new ArrayList<>();
    units.forEach(unit -> confirmed.add(confirmations.of(unit, statistic)));
    return new Decisions(request.escalation())
        .of(units, statistics.get(statistic), statistic, confirmed);
  }

  /** Of the widest window, each group once. */
  private Map<String, Integer> statuses() {
    Map<GroupKey, UnitSummary> once = new TreeMap<>();
    conditions.values().stream()
        .flatMap(List::stream)
        .sorted(Comparator.comparing(unit -> unit.key().window()))
        .forEach(unit -> once.putIfAbsent(unit.key().group(), unit));
    Map<String, Integer> statuses = new LinkedHashMap<>();
    once.values().stream()
        .map(unit -> unit.facts().status())
        .sorted()
        .forEach(status -> statuses.merge(status.label(), 1, Integer::sum));
    return statuses;
  }
}
