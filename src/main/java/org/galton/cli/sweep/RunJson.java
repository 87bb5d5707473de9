package org.galton.cli.sweep;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.galton.console.RowJson;
import org.galton.job.sweep.Reviewed;
import org.galton.job.sweep.SweepResult;

/** What {@link RunText} prints, in full. */
final class RunJson {
  private RunJson() {}

  static void add(ObjectNode root, SweepResult result) {
    Reviewed reviewed = result.reviewed();
    root.put("reused", result.wanted() - result.drawn().rollouts() - result.failed());
    reviewed.since().ifPresent(run -> root.put("since", run));
    ArrayNode fresh = root.putArray("new_models");
    reviewed.fresh().forEach(fresh::add);
    ArrayNode skipped = root.putArray("skipped");
    result
        .skipped()
        .forEach(
            left -> skipped.addObject().put("model", left.source()).put("reason", left.reason()));
    result.warnings().forEach(root.putArray("warnings")::add);
    RowJson.add(root.putArray("over_budget"), result.overBudget());
    RowJson.add(root.putArray("isolated"), result.drawn().quarantined());
    ArrayNode newest = root.putArray("newest");
    reviewed.newest().forEach(cell -> add(newest.addObject(), cell));
    ArrayNode gates = root.putArray("gates");
    reviewed
        .gates()
        .forEach(
            gate ->
                gates.addObject().put("missed", gate.missed()).put("sentence", gate.sentence()));
  }

  private static void add(ObjectNode node, Reviewed.Newest cell) {
    node.put("model", cell.model())
        .put("task", cell.task())
        .put("sampling", cell.sampling())
        .put("figure", cell.figure())
        .put("value", cell.value())
        .put("low", cell.low())
        .put("high", cell.high());
    cell.change().ifPresent(change -> node.set("change", RowJson.of(change)));
  }
}
