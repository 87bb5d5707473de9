package org.galton.study.walk;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.galton.console.RowJson;
import org.galton.numerics.Optionals;
import org.galton.search.tree.NodeName;
import org.galton.study.walk.row.WalkNodeRow;
import org.galton.study.walk.row.WalkTreeRow;
import org.galton.study.walk.view.WalkSection;

/** Walks on a tree, as one JSON document: laws by leaf, shares and steps by node. */
final class WalkJson {
  private WalkJson() {}

  static ObjectNode of(WalkResult result) {
    WalkTreeRow tree = result.tree();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("tree", result.request().tree())
        .put("nodes", tree.nodes())
        .put("leaves", tree.leaves())
        .put("horizon", tree.horizon())
        .put("laziness", tree.laziness())
        .put("mean_tau", tree.meanTau())
        .put("value_error", Optionals.orNull(tree.valueError()));
    leaves(root.putObject("target"), result, WalkNodeRow::target);
    ObjectNode stationary = root.putObject("stationary");
    result.nodes().forEach(row -> stationary.put(WalkSection.shown(row), row.stationary()));
    root.put("leaf_mass", tree.leafMass())
        .put("leaf_mass_bound", Optionals.orNull(tree.leafMassBound()));
    leaves(root.putObject("leaf_conditional"), result, WalkNodeRow::leafConditional);
    leaves(root.putObject("one_way"), result, WalkNodeRow::oneWay);
    root.put("one_way_tv", tree.oneWayTv()).put("one_way_lost", tree.oneWayLost());
    leaves(root.putObject("first_leaf"), result, WalkNodeRow::firstLeaf);
    root.put("first_leaf_tv", tree.firstLeafTv()).put("first_leaf_steps", tree.firstLeafSteps());
    root.put("round_trip_steps", tree.roundTripSteps());
    steps(root.putObject("step"), result);
    root.putObject("empirical")
        .put("steps", tree.steps())
        .put("seed", tree.seed())
        .put("tv_leaf_vs_target", Optionals.orNull(result.samplers().get(0).empiricalTv()));
    RowJson.add(root.putArray("samplers"), WalkSection.SAMPLERS, result.samplers());
    return root;
  }

  private static void leaves(
      ObjectNode law, WalkResult result, Function<WalkNodeRow, OptionalDouble> probability) {
    result.nodes().stream()
        .filter(WalkNodeRow::leaf)
        .forEach(row -> law.put(row.node(), probability.apply(row).orElseThrow()));
  }

  /** Of each node: to stay, to the parent, and to its children by name. */
  private static void steps(ObjectNode steps, WalkResult result) {
    Map<String, ObjectNode> children = new HashMap<>();
    for (WalkNodeRow row : result.nodes()) {
      ObjectNode step = steps.putObject(WalkSection.shown(row));
      step.put("stay", row.stay());
      if (row.down().isPresent()) {
        step.put("parent", row.up());
        children.get(new NodeName(row.node()).parent()).put(row.node(), row.down().getAsDouble());
      }
      if (!row.leaf()) {
        children.put(row.node(), step.putObject("children"));
      }
    }
  }
}
