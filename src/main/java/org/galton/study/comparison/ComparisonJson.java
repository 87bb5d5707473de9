package org.galton.study.comparison;

import static org.galton.numerics.Optionals.orNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.galton.console.GateJson;
import org.galton.job.comparison.CellComparison;
import org.galton.job.comparison.ComparedCell;
import org.galton.job.comparison.ComparisonResult;
import org.galton.job.comparison.Flip;
import org.galton.job.comparison.GateVerdict;
import org.galton.job.comparison.MetricComparison;
import org.galton.job.gate.JudgedGate;

/** A comparison as one JSON document; names as in the table {@code comparisons}. */
final class ComparisonJson {
  private ComparisonJson() {}

  static ObjectNode of(
      ComparisonResult result,
      List<GateVerdict> verdicts,
      List<JudgedGate> limits,
      Optional<String> table) {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("comparison_id", result.comparisonId());
    table.ifPresent(path -> root.put("table", path));
    ArrayNode pairs = root.putArray("pairs");
    result.cells().forEach(cell -> add(pairs.addObject(), cell));
    ArrayNode unpaired = root.putArray("not_compared");
    result.unpaired().forEach(cell -> add(unpaired.addObject(), cell));
    ArrayNode gates = root.putArray("gates");
    for (GateVerdict verdict : verdicts) {
      gates
          .addObject()
          .put("gate", verdict.gate().toString())
          .put("confidence", verdict.gate().confidence())
          .put("task", verdict.pair().task())
          .put("baseline", verdict.pair().baselineName())
          .put("candidate", verdict.pair().candidateName())
          .put("change", verdict.change())
          .put("at_least", verdict.atLeast())
          .put("missed", verdict.missed())
          .put("sentence", verdict.sentence());
    }
    limits.forEach(gate -> GateJson.add(gates.addObject(), gate));
    return root;
  }

  static void add(ObjectNode root, List<MassShift> shifts) {
    ArrayNode balances = root.putArray("mass_balance");
    for (MassShift shift : shifts) {
      balances
          .addObject()
          .put("task", shift.pair().task())
          .put("baseline", shift.pair().baselineName())
          .put("candidate", shift.pair().candidateName())
          .put("observed", shift.observed())
          .put("drawn_right", shift.drawnRight())
          .put("drawn_wrong", shift.drawnWrong())
          .put("undrawn", shift.undrawn())
          .put("total", shift.total())
          .put("prompts", shift.prompts());
    }
  }

  private static void add(ObjectNode node, CellComparison cell) {
    node.put("task", cell.pair().task()).put("scorer", cell.pair().baseline().scorer());
    add(node.putObject("baseline"), cell.pair().baseline());
    add(node.putObject("candidate"), cell.pair().candidate());
    node.put("prompts_only_baseline", cell.pair().onlyBaseline())
        .put("prompts_only_candidate", cell.pair().onlyCandidate());
    ArrayNode metrics = node.putArray("metrics");
    cell.metrics().forEach(metric -> add(metrics.addObject(), metric));
    ArrayNode flips = node.putArray("flips");
    for (Flip flip : cell.flips()) {
      flips
          .addObject()
          .put("prompt_id", flip.promptId())
          .put("text", flip.text())
          .put("baseline_rate", flip.baselineRate())
          .put("candidate_rate", flip.candidateRate());
    }
  }

  private static void add(ObjectNode node, ComparedCell cell) {
    node.put("output", cell.output())
        .put("run_id", cell.runId())
        .put("model", cell.model())
        .put("task", cell.task())
        .put("sampling", cell.sampling())
        .put("generation", cell.generation());
  }

  private static void add(ObjectNode node, MetricComparison metric) {
    node.put("metric", metric.metric())
        .put("k", metric.k().isPresent() ? (Integer) metric.k().getAsInt() : null)
        .put("baseline_value", orNull(metric.baselineValue()))
        .put("candidate_value", orNull(metric.candidateValue()))
        .put("difference", orNull(metric.difference().value()))
        .put("standard_error", orNull(metric.difference().standardError()))
        .put("ci_low", orNull(metric.difference().low()))
        .put("ci_high", orNull(metric.difference().high()))
        .put("p_value", orNull(metric.comparison().pValue()))
        .put("q_value", orNull(metric.qValue()))
        .put("unpaired_standard_error", orNull(metric.comparison().unpairedStandardError()))
        .put("correlation", orNull(metric.comparison().correlation()))
        .put("prompts", metric.difference().prompts())
        .put(
            "clusters",
            metric.clusters().isPresent() ? (Integer) metric.clusters().getAsInt() : null)
        .put("prompts_short", metric.promptsShort())
        .put("prompts_unequal", metric.promptsUnequal());
  }
}
