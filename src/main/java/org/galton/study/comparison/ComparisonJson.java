package org.galton.study.comparison;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.galton.console.GateJson;
import org.galton.console.RowJson;
import org.galton.job.comparison.CellComparison;
import org.galton.job.comparison.ComparedCell;
import org.galton.job.comparison.ComparisonResult;
import org.galton.job.comparison.GateVerdict;
import org.galton.job.gate.JudgedGate;
import org.galton.report.Columns;
import org.galton.study.comparison.ComparisonText.Compared;

/** A comparison as one JSON document; names as in the table {@code comparisons}. */
final class ComparisonJson {
  private ComparisonJson() {}

  static ObjectNode of(
      ComparisonResult result,
      List<GateVerdict> verdicts,
      List<JudgedGate> limits,
      Optional<String> table) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("comparison_id", result.comparisonId());
    table.ifPresent(path -> root.put("table", path));
    ArrayNode pairs = root.putArray("pairs");
    Columns<Compared> metrics = ComparisonText.metrics(result);
    result.cells().forEach(cell -> add(pairs.addObject(), cell, metrics));
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

  private static void add(ObjectNode node, CellComparison cell, Columns<Compared> metrics) {
    node.put("task", cell.pair().task()).put("scorer", cell.pair().baseline().scorer());
    add(node.putObject("baseline"), cell.pair().baseline());
    add(node.putObject("candidate"), cell.pair().candidate());
    node.put("prompts_only_baseline", cell.pair().onlyBaseline())
        .put("prompts_only_candidate", cell.pair().onlyCandidate());
    RowJson.add(
        node.putArray("metrics"),
        metrics,
        cell.metrics().stream().map(metric -> new Compared(cell.pair(), metric)).toList());
    RowJson.add(node.putArray("flips"), cell.flips());
  }

  private static void add(ObjectNode node, ComparedCell cell) {
    node.put("output", cell.output())
        .put("run_id", cell.runId())
        .put("model", cell.model())
        .put("task", cell.task())
        .put("sampling", cell.sampling())
        .put("generation", cell.generation());
  }
}
