package org.galton.study.balance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.galton.console.RowJson;
import org.galton.study.balance.row.BalanceTestRow;
import org.galton.study.balance.row.LandscapeRow;
import org.galton.study.balance.row.PotentialRow;

/**
 * What the moves of agents show as one JSON document; what is not, is null. Landscapes stand under
 * {@code exp} and {@code logistic}, those of votes under {@code vote_M_n}.
 */
public final class BalanceJson {
  private BalanceJson() {}

  public static ObjectNode of(BalanceResult result) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("input", result.input());
    root.putPOJO("settings", result.settings());
    ArrayNode agents = root.putArray("agents");
    result.agents().forEach(agent -> add(agents.addObject(), agent));
    RowJson.add(root.putArray("votes"), result.votes());
    return root;
  }

  private static void add(ObjectNode node, AgentBalance agent) {
    LandscapeRow first = agent.landscapes().get(0);
    List<PotentialRow> states = agent.potentials(first);
    node.put("experiment", agent.key().experiment())
        .put("condition", agent.key().condition())
        .put("n0_mode", first.n0Mode())
        .put("states_total", first.statesTotal())
        .put("states_kept", first.statesKept())
        .put("attempts", first.attempts())
        .put("moves", first.moves())
        .put("unique_moves", first.uniqueMoves())
        .put("capped", first.capped());
    ArrayNode dropped = node.putArray("dropped");
    states.stream().filter(row -> row.component() == null).forEach(row -> dropped.add(row.state()));
    components(node.putArray("components"), states);
    ArrayNode edges = node.putArray("component_edges");
    agent.componentEdges().forEach(edge -> edge.forEach(edges.addArray()::add));
    for (LandscapeRow row : agent.landscapes()) {
      ObjectNode place =
          row.voteDraws() == null
              ? node
              : node.withObject("/vote_%d_%d".formatted(row.voteDraws(), row.voteAccept()));
      add(place.putObject(row.kernel()), row, agent.potentials(row));
    }
    agent
        .voteKernels()
        .forEach(
            (vote, moves) ->
                RowJson.add(
                    node.withObject("/vote_" + vote.replace(':', '_')).putArray("kernel"), moves));
    agent.tests().forEach(test -> add(node, test, agent));
    bootstrap(node.putObject("bootstrap"), states);
    RowJson.add(node.putArray("cycles"), agent.cycles());
    RowJson.add(node.putArray("one_sided_bounds"), agent.bounds());
  }

  private static void components(ArrayNode node, List<PotentialRow> states) {
    states.stream()
        .filter(row -> row.component() != null)
        .collect(Collectors.groupingBy(PotentialRow::component, TreeMap::new, Collectors.toList()))
        .values()
        .forEach(
            members -> {
              ArrayNode names = node.addArray();
              members.forEach(row -> names.add(row.state()));
            });
  }

  private static void add(ObjectNode node, LandscapeRow row, List<PotentialRow> states) {
    node.put("action", row.action())
        .put("action_at_zero", row.actionAtZero())
        .put("action_lower_bound", row.actionLowerBound())
        .put("action_excess", row.actionExcess())
        .put("acceptance", row.acceptance())
        .put("potential_sd", row.potentialSd())
        .put("slope", row.slope());
    node.putObject("pair_plot")
        .put("pairs", row.pairs())
        .put("pearson_r", row.pairR())
        .put("mean_square_residual", row.pairMeanSquare())
        .put("weighted_mean_square", row.pairWeightedMeanSquare());
    ObjectNode potential = node.putObject("potential");
    states.forEach(state -> potential.put(state.state(), state.potential()));
  }

  private static void add(ObjectNode node, BalanceTestRow test, AgentBalance agent) {
    switch (test.kind()) {
      case EXACT_CYCLE ->
          node.putObject("exact_test")
              .put("p_value", test.pValue())
              .put("cycles", test.cycles())
              .put("steps", agent.sizes().exactSteps())
              .put("verdict", test.verdict());
      case CYCLE_CHI_SQUARE ->
          node.putObject("cycle_test")
              .put("edges", agent.sizes().twoWayPairs())
              .put("chi2", test.statistic())
              .put("dof", test.dof())
              .put("p_value", test.pValue());
      case DEVIANCE -> {
        ObjectNode binomial = node.putObject("binomial");
        agent.binomialPotential().forEach(binomial.putObject("potential")::put);
        binomial
            .put("divisor", "attempts")
            .put("pairs", agent.sizes().returnablePairs())
            .put("g2", test.statistic())
            .put("dof", test.dof())
            .put("p_value", test.pValue());
      }
      case TRIANGLES ->
          node.withObject("/triangles")
              .put("triangles", test.dof())
              .put("chi2_per_n", test.statistic());
      case TRIANGLES_PUBLISHED ->
          node.withObject("/triangles").put("chi2_per_n_released_script", test.statistic());
      case KOLMOGOROV ->
          node.putObject("kolmogorov_test")
              .put("largest_mismatch", test.statistic())
              .put("cycles", test.dof())
              .put("verdict", test.verdict());
      case ENTROPY_PRODUCTION -> node.put(test.test(), test.statistic());
    }
  }

  private static void bootstrap(ObjectNode node, List<PotentialRow> states) {
    states.stream()
        .filter(row -> Objects.nonNull(row.support()))
        .forEach(
            row ->
                node.putObject(row.state())
                    .put("estimate", row.potential())
                    .put("low", row.low())
                    .put("high", row.high())
                    .put("support", row.support()));
  }
}
