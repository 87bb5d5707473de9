package org.galton.job.emergence;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.emergence.GroupDiagnostics;
import org.galton.emergence.GroupMeasures;
import org.galton.emergence.NullMeasures;
import org.galton.emergence.Statistic;
import org.galton.emergence.StatisticNull;
import org.galton.emergence.Status;

/** Measures a group, and again on the first replicates of its null model. */
record UnitTask(String runId, GroupDiagnostics diagnostics) implements Serializable {

  UnitResult of(Unit unit) {
    GroupMeasures measures = diagnostics.measure(unit.trajectory());
    Optional<String> refusal = refusal(unit, measures);
    NullMeasures nulls =
        unit.key().model() == null || refusal.isPresent()
            ? null
            : diagnostics.nulls(unit.trajectory(), unit.key().model());
    DetailRows rows = new DetailRows(runId, unit.key(), measures, Optional.ofNullable(nulls));
    return new UnitResult(
        new UnitSummary(
            unit.key(),
            GroupFacts.of(measures),
            refusal.orElse(null),
            figures(measures, Optional.ofNullable(nulls))),
        rows.pairs(),
        rows.triplets(),
        rows.agents());
  }

  private Optional<String> refusal(Unit unit, GroupMeasures measures) {
    if (unit.key().model() == null || measures.status() != Status.MEASURED) {
      return Optional.of(measures.status())
          .filter(status -> status != Status.MEASURED)
          .map(Status::label);
    }
    return diagnostics.refusal(unit.trajectory(), unit.key().model());
  }

  private List<Figure> figures(GroupMeasures measures, Optional<NullMeasures> nulls) {
    Map<Statistic, Figure.Surrogates> tested = new HashMap<>();
    nulls.ifPresent(
        found -> {
          for (StatisticNull one : found.statistics()) {
            tested.put(one.statistic(), Figure.Surrogates.of(found.replicates(), one));
          }
        });
    return diagnostics.settings().statistics().stream()
        .map(statistic -> new Figure(measures.values().get(statistic), tested.get(statistic)))
        .toList();
  }
}
