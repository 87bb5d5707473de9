package org.galton.study.emergence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.galton.emergence.Statistic;
import org.galton.emergence.surrogate.Escalation;
import org.galton.emergence.surrogate.Escalation.Trial;

/** How many surrogates each figure was compared with by now, and how many reached it. */
final class Confirmations {
  private final List<Statistic> statistics;
  private final Map<UnitKey, Trial[]> byUnit = new HashMap<>();

  /** Those of the first surrogates. */
  Confirmations(List<Statistic> statistics, List<UnitSummary> units) {
    this.statistics = statistics;
    for (UnitSummary unit : units) {
      byUnit.put(
          unit.key(),
          unit.figures().stream()
              .map(GroupFigure::surrogates)
              .map(one -> one == null ? null : new Trial(one.exceedances(), one.replicates()))
              .toArray(Trial[]::new));
    }
  }

  /** Null where the figure was not tested. */
  Trial of(UnitSummary unit, int statistic) {
    return byUnit.get(unit.key())[statistic];
  }

  /** What must be drawn before all is decided that can be; in order. */
  List<Extension> open(Map<ConditionKey, List<UnitSummary>> conditions, Escalation escalation) {
    Map<UnitKey, Map<Integer, List<Statistic>>> open = new TreeMap<>();
    for (List<UnitSummary> units : conditions.values()) {
      for (int i = 0; i < statistics.size(); i++) {
        int statistic = i;
        List<UnitSummary> family =
            units.stream().filter(unit -> of(unit, statistic) != null).toList();
        List<Trial> trials = family.stream().map(unit -> of(unit, statistic)).toList();
        for (int member : escalation.open(trials)) {
          open.computeIfAbsent(family.get(member).key(), key -> new TreeMap<>())
              .computeIfAbsent(trials.get(member).replicates(), from -> new ArrayList<>())
              .add(statistics.get(statistic));
        }
      }
    }
    List<Extension> extensions = new ArrayList<>();
    open.forEach(
        (key, ranges) ->
            ranges.forEach(
                (from, which) ->
                    extensions.add(
                        new Extension(key, from, escalation.after(from).orElseThrow(), which))));
    return extensions;
  }

  /**
   * @param exceedances of the extension's statistics, in order
   */
  void add(Extension extension, int[] exceedances) {
    Trial[] trials = byUnit.get(extension.key());
    for (int i = 0; i < exceedances.length; i++) {
      int place = statistics.indexOf(extension.statistics().get(i));
      trials[place] = trials[place].plus(exceedances[i], extension.to() - extension.from());
    }
  }
}
