package org.galton.study.rates;

import static org.galton.numerics.Optionals.orNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.galton.console.GateJson;
import org.galton.console.RowJson;
import org.galton.job.figure.ModelStatistics;
import org.galton.job.figure.RolloutPlan;
import org.galton.job.figure.StatsResult;
import org.galton.job.gate.JudgedGate;
import org.galton.statistics.mass.UndrawnMass;
import org.galton.statistics.rate.BetaBinomialFit;

/** Statistics of rollouts as one JSON document. What does not exist is null. */
final class StatsJson {
  private StatsJson() {}

  /**
   * @param gates judged; without any the document says nothing of gates
   */
  static ObjectNode of(StatsResult result, List<JudgedGate> gates) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", result.input());
    ArrayNode models = root.putArray("models");
    result.models().forEach(model -> add(models.addObject(), model));
    if (!gates.isEmpty()) {
      ArrayNode judged = root.putArray("gates");
      gates.forEach(gate -> GateJson.add(judged.addObject(), gate));
    }
    return root;
  }

  private static void add(ObjectNode node, ModelStatistics model) {
    node.put("model", model.model().isEmpty() ? null : model.model())
        .put("prompts", model.prompts())
        .put("rollouts", model.rollouts())
        .put("clusters", model.clusters().isPresent() ? model.clusters().getAsInt() : null);
    RowJson.add(node.putArray("metrics"), StatsTable.FIGURES, model.figures());
    add(node.putObject("plan"), model.plan());
  }

  private static void add(ObjectNode node, RolloutPlan plan) {
    node.put("prompts", plan.prompts()).put("rollouts_per_prompt", plan.rollouts());
    node.put("variance_between", plan.components().map(parts -> parts.between()).orElse(null));
    node.put("variance_within", plan.components().map(parts -> parts.within()).orElse(null));
    node.put("share_of_rollouts", orNull(plan.shareOfRollouts()));
    node.put("undrawn_correct_mass", orNull(plan.undrawnCorrect()));
    RowJson.add(node.putArray("prompts_needed"), plan.promptsNeeded());
    node.set("detectable_difference", plan.detectable().map(RowJson::of).orElse(null));
    node.set("undrawn", RowJson.of(PlanTable.UNDRAWN, new UndrawnMass(plan.rollouts())));
    if (plan.fit() instanceof BetaBinomialFit.Fitted fitted) {
      node.putObject("solve_rates")
          .put("alpha", fitted.rates().alpha())
          .put("beta", fitted.rates().beta())
          .put("unsolved_share", fitted.unsolvedShare());
    } else if (plan.fit() instanceof BetaBinomialFit.NotIdentifiable none) {
      node.put("not_identifiable", none.reason());
    }
  }
}
