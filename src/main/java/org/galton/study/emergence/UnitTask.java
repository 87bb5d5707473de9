package org.galton.study.emergence;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.emergence.NullModel;
import org.galton.emergence.Statistic;
import org.galton.emergence.diagnosis.GroupDiagnostics;
import org.galton.emergence.diagnosis.GroupMeasures;
import org.galton.emergence.diagnosis.NullMeasures;
import org.galton.emergence.diagnosis.StatisticNull;
import org.galton.study.emergence.row.EmergenceDifferentiationRow;

/** Measures a group, and again on the first replicates of its null model. */
record UnitTask(String runId, GroupDiagnostics diagnostics) implements Serializable {

  UnitResult of(Unit unit) {
    GroupMeasures measures = diagnostics.measure(unit.trajectory());
    Optional<NullModel> model = Optional.ofNullable(unit.key().model());
    Optional<String> refusal =
        model.flatMap(found -> diagnostics.refusal(unit.trajectory(), found));
    Optional<NullMeasures> nulls =
        model
            .filter(found -> refusal.isEmpty())
            .map(found -> diagnostics.nulls(unit.trajectory(), found));
    DetailRows rows = new DetailRows(runId, unit.key(), measures, nulls);
    return new UnitResult(
        new UnitSummary(
            unit.key(),
            GroupFacts.of(measures),
            refusal.orElse(null),
            figures(measures, nulls),
            roles(unit)),
        rows.pairs(),
        rows.triplets(),
        rows.agents());
  }

  /** Roles have nothing to do with the null model: once a window is enough. */
  private EmergenceDifferentiationRow roles(Unit unit) {
    List<NullModel> models = diagnostics.settings().nulls();
    return models.isEmpty() || models.get(0) == unit.key().model()
        ? new Differentiating(runId, diagnostics.settings()).row(unit.key(), unit.trajectory())
        : null;
  }

  private List<GroupFigure> figures(GroupMeasures measures, Optional<NullMeasures> nulls) {
    Map<Statistic, GroupFigure.Surrogates> tested = new HashMap<>();
    nulls.ifPresent(
        found -> {
          for (StatisticNull one : found.statistics()) {
            tested.put(one.statistic(), GroupFigure.Surrogates.of(found.replicates(), one));
          }
        });
    return diagnostics.settings().statistics().stream()
        .map(statistic -> new GroupFigure(measures.values().get(statistic), tested.get(statistic)))
        .toList();
  }
}
