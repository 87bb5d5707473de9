package org.galton.study.emergence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.emergence.Statistic;
import org.galton.emergence.diagnosis.Status;
import org.galton.emergence.surrogate.Escalation;
import org.galton.emergence.surrogate.Escalation.Trial;
import org.galton.information.PidMeasure;
import org.galton.study.emergence.row.EmergenceDifferentiationRow;
import org.galton.study.emergence.row.EmergenceGroupRow;

/** What all units say together, with what is decided about each figure. */
final class Findings {
  private final List<GroupOutline> outlines;
  private final Map<ConditionKey, List<UnitSummary>> conditions;
  private final List<Statistic> statistics;
  private final List<PidMeasure> measures;
  private final List<Window> windows;
  private final Set<List<Object>> lasted = new HashSet<>();
  private final Confirmations confirmations;
  private final Escalation escalation;

  Findings(
      EmergenceRequest request,
      Escalation escalation,
      List<GroupOutline> outlines,
      Map<ConditionKey, List<UnitSummary>> conditions,
      Confirmations confirmations) {
    this.outlines = outlines;
    this.conditions = conditions;
    this.statistics = request.settings().statistics();
    this.measures = request.settings().measures();
    this.windows = request.windows();
    this.confirmations = confirmations;
    this.escalation = escalation;
    all().forEach(unit -> lasted.add(List.of(unit.key().group(), unit.key().window())));
  }

  /** Units that are tested together, each in order. */
  static Map<ConditionKey, List<UnitSummary>> conditions(List<UnitSummary> units) {
    return units.stream()
        .sorted(Comparator.comparing(UnitSummary::key))
        .collect(
            Collectors.groupingBy(
                unit -> ConditionKey.of(unit.key()), TreeMap::new, Collectors.toList()));
  }

  private Stream<UnitSummary> all() {
    return conditions.values().stream().flatMap(List::stream);
  }

  List<GroupOutline> outlines() {
    return outlines;
  }

  List<ConditionKey> conditions() {
    return List.copyOf(conditions.keySet());
  }

  List<Statistic> statistics() {
    return statistics;
  }

  List<PidMeasure> measures() {
    return measures;
  }

  List<Window> windows() {
    return windows;
  }

  int units(ConditionKey key) {
    return conditions.get(key).size();
  }

  /** Groups of the condition that did not last for the window. */
  int ended(ConditionKey key) {
    long started =
        outlines.stream()
            .map(GroupOutline::key)
            .filter(group -> group.experiment().equals(key.experiment()))
            .filter(group -> group.condition().equals(key.condition()))
            .count();
    return (int) started - units(key);
  }

  boolean lasted(GroupKey group, Window window) {
    return lasted.contains(List.of(group, window));
  }

  /** One statistic of all groups of a condition, decided together. */
  List<DecidedFigure> decided(ConditionKey key, Statistic statistic) {
    int place = statistics.indexOf(statistic);
    List<UnitSummary> units = conditions.get(key);
    List<Trial> trials = new ArrayList<>();
    units.forEach(unit -> trials.add(confirmations.of(unit, place)));
    return DecidedFigure.of(escalation, units, statistic, place, trials);
  }

  /** Of tested groups, the figures less the median of their surrogates. */
  double[] corrected(ConditionKey key, Statistic statistic) {
    int place = statistics.indexOf(statistic);
    return conditions.get(key).stream()
        .map(unit -> unit.figures().get(place))
        .filter(GroupFigure::isTested)
        .mapToDouble(GroupFigure::corrected)
        .toArray();
  }

  /** Raw figures of groups that have one. */
  Map<GroupKey, Double> values(Window window, Statistic statistic) {
    int place = statistics.indexOf(statistic);
    Map<GroupKey, Double> values = new HashMap<>();
    all()
        .filter(unit -> unit.key().window().equals(window))
        .filter(unit -> unit.figures().get(place).value() != null)
        .forEach(unit -> values.put(unit.key().group(), unit.figures().get(place).value()));
    return values;
  }

  /** Roles of the agents of each group and window, in order. */
  List<EmergenceDifferentiationRow> roles() {
    return all().map(UnitSummary::roles).filter(Objects::nonNull).toList();
  }

  /** How many groups have each status in the widest window, in the order of statuses. */
  Map<String, Integer> statuses() {
    Map<GroupKey, UnitSummary> once = new TreeMap<>();
    all()
        .sorted(Comparator.comparing(unit -> unit.key().window()))
        .forEach(unit -> once.putIfAbsent(unit.key().group(), unit));
    Map<Status, Integer> counts = new TreeMap<>();
    once.values().forEach(unit -> counts.merge(unit.status(), 1, Integer::sum));
    Map<String, Integer> statuses = new LinkedHashMap<>();
    counts.forEach((status, count) -> statuses.put(status.label(), count));
    if (once.size() < outlines.size()) {
      statuses.put("ended_early", outlines.size() - once.size());
    }
    return statuses;
  }

  /** Of single groups: condition by condition, statistic by statistic. */
  List<EmergenceGroupRow> rows(String runId) {
    return conditions().stream()
        .flatMap(
            key -> statistics().stream().flatMap(statistic -> decided(key, statistic).stream()))
        .map(figure -> figure.row(runId))
        .toList();
  }
}
