package org.galton.study.emergence;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.galton.emergence.NullModel;
import org.galton.emergence.Statistic;
import org.galton.emergence.diagnosis.Flag;
import org.galton.emergence.diagnosis.GroupDiagnostics;
import org.galton.emergence.diagnosis.GroupMeasures;
import org.galton.emergence.diagnosis.NullMeasures;
import org.galton.emergence.diagnosis.StatisticNull;
import org.galton.study.emergence.row.EmergenceAgentRow;
import org.galton.study.emergence.row.EmergenceDifferentiationRow;
import org.galton.study.emergence.row.EmergenceGroupRow;
import org.galton.study.emergence.row.EmergencePairRow;
import org.galton.study.emergence.row.EmergenceTripletRow;

/** Measures a group, and again on the first replicates of its null model. */
record UnitTask(String runId, GroupDiagnostics diagnostics) implements Serializable {

  /** All that a unit finds: its summary, and rows that go to their tables as they are. */
  record Result(
      UnitSummary summary,
      List<EmergencePairRow> pairs,
      List<EmergenceTripletRow> triplets,
      List<EmergenceAgentRow> agents)
      implements Serializable {}

  Result of(Unit unit) {
    GroupMeasures measures = diagnostics.measure(unit.trajectory());
    Optional<NullModel> model = Optional.ofNullable(unit.key().model());
    Optional<String> refusal =
        model.flatMap(found -> diagnostics.refusal(unit.trajectory(), found));
    Optional<NullMeasures> nulls =
        model
            .filter(found -> refusal.isEmpty())
            .map(found -> diagnostics.nulls(unit.trajectory(), found));
    DetailRows rows = new DetailRows(runId, unit.key(), measures, nulls);
    return new Result(
        new UnitSummary(
            unit.key(),
            measures.status(),
            facts(measures),
            refusal.orElse(null),
            figures(measures, nulls),
            roles(unit, rows)),
        rows.pairs(),
        rows.triplets(),
        rows.agents());
  }

  private static EmergenceGroupRow.Facts facts(GroupMeasures measures) {
    return new EmergenceGroupRow.Facts(
        measures.status().label(),
        measures.flags().isEmpty()
            ? null
            : measures.flags().stream().sorted().map(Flag::label).collect(Collectors.joining(" ")),
        measures.agents(),
        measures.rounds(),
        measures.transitions(),
        measures.incompleteRounds(),
        measures.rejectedRounds());
  }

  /** Roles have nothing to do with the null model: once a window is enough. */
  private EmergenceDifferentiationRow roles(Unit unit, DetailRows rows) {
    List<NullModel> models = diagnostics.settings().nulls();
    return models.isEmpty() || models.get(0) == unit.key().model()
        ? rows.roles(unit.trajectory(), diagnostics.settings())
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
