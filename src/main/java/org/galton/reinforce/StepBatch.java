package org.galton.reinforce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.galton.model.llama.decoding.TokenTrace;
import org.galton.reinforce.episode.TurnCredits;
import org.galton.reinforce.spec.ObjectivePlan;
import org.galton.reward.advantage.StepAdvantage;
import org.galton.reward.advantage.TurnAdvantage;
import org.galton.reward.signal.EpisodeReward;
import org.galton.reward.signal.RolloutReward;

/** The rollouts that a step learns from, with their objective. */
record StepBatch(List<TokenTrace> traces, BatchObjective objective) {

  /**
   * Nothing where no rollout is left to learn from.
   *
   * @param reference to keep near to, of rollouts in this order
   */
  static Optional<StepBatch> of(
      ObjectivePlan plan,
      List<JudgedGroup> kept,
      Function<List<TokenTrace>, Optional<BatchObjective.Reference>> reference) {
    Iterator<double[]> advantages = advantages(plan, kept).iterator();
    int[][] learned = kept.stream().map(group -> learned(plan, group)).toArray(int[][]::new);
    double[][][] weights = plan.aggregate().weights(byTurns(kept, learned));
    List<TokenTrace> traces = new ArrayList<>();
    List<double[]> flatAdvantages = new ArrayList<>();
    List<Double> flatWeights = new ArrayList<>();
    for (int group = 0; group < kept.size(); group++) {
      List<DrawnRollout> rollouts = kept.get(group).drawn().scored();
      for (int i = 0; i < rollouts.size(); i++) {
        double[] byTrace = advantages.next();
        List<TokenTrace> own = rollouts.get(i).traces();
        for (int trace = 0; learned[group][i] > 0 && trace < own.size(); trace++) {
          traces.add(own.get(trace));
          flatAdvantages.add(tokens(plan, kept.get(group), i, own.get(trace), byTrace[trace]));
          flatWeights.add(weights[group][i][trace]);
        }
      }
    }
    return traces.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new StepBatch(
                List.copyOf(traces),
                new BatchObjective(
                    plan.loss(),
                    traces,
                    flatAdvantages.toArray(double[][]::new),
                    array(flatWeights),
                    reference.apply(traces))));
  }

  /**
   * The advantages of the traces of each scored rollout, one after the other: of an episode those
   * of its turns where the plan compares turns, else each that of the rollout.
   */
  private static List<double[]> advantages(ObjectivePlan plan, List<JudgedGroup> kept) {
    if (plan.advantage() instanceof TurnAdvantage form) {
      return TurnCredits.of(
          form, kept.stream().flatMap(group -> returns(plan, group).stream()).toList());
    }
    double[][] byPrompt =
        plan.advantage().of(kept.stream().map(JudgedGroup::rewards).toArray(double[][]::new));
    List<double[]> byRollout = new ArrayList<>();
    for (int group = 0; group < byPrompt.length; group++) {
      List<DrawnRollout> scored = kept.get(group).drawn().scored();
      for (int i = 0; i < scored.size(); i++) {
        double[] same = new double[scored.get(i).traces().size()];
        Arrays.fill(same, byPrompt[group][i]);
        byRollout.add(same);
      }
    }
    return byRollout;
  }

  /** The returns of the turns of each scored rollout: a single completion is one turn. */
  private static List<double[]> returns(ObjectivePlan plan, JudgedGroup group) {
    boolean byTurns = plan.reward().reward() instanceof EpisodeReward;
    List<DrawnRollout> scored = group.drawn().scored();
    List<double[]> returns = new ArrayList<>();
    for (int i = 0; i < scored.size(); i++) {
      double reward = group.rewards()[i];
      returns.add(
          scored
              .get(i)
              .episode()
              .map(episode -> byTurns ? episode.returns() : episode.returns(reward))
              .orElse(new double[] {reward}));
    }
    return returns;
  }

  /**
   * The advantage of each token of a trace: that of the trace, or by the values of its steps.
   *
   * @param rollout among the scored ones
   */
  private static double[] tokens(
      ObjectivePlan plan, JudgedGroup group, int rollout, TokenTrace trace, double advantage) {
    DrawnRollout one = group.drawn().scored().get(rollout);
    double[] ends = ends(plan, group);
    if (ends.length > 0
        && one.trajectory().isPresent()
        && plan.advantage() instanceof StepAdvantage steps) {
      // What a reward takes off for its length, a rollout loses at every step.
      double penalty = group.rewards()[rollout] - (one.isCorrect() ? 1 : -1);
      return steps.ofSteps(
          Arrays.stream(one.trajectory().get().values()).map(value -> value + penalty).toArray(),
          ends);
    }
    double[] same = new double[trace.drawnTokens()];
    Arrays.fill(same, advantage);
    return same;
  }

  /** Rewards of all trajectories of a tree whose tokens are learned from by steps; else none. */
  private static double[] ends(ObjectivePlan plan, JudgedGroup group) {
    return plan.reward().reward() instanceof RolloutReward reward
        ? group.drawn().search().stream()
            .flatMap(search -> search.ends().stream())
            .mapToDouble(reward::of)
            .toArray()
        : new double[0];
  }

  /** The tokens of each turn of the scored rollouts that are learned from. */
  private static int[][][] byTurns(List<JudgedGroup> kept, int[][] learned) {
    int[][][] tokens = new int[kept.size()][][];
    for (int group = 0; group < tokens.length; group++) {
      List<DrawnRollout> scored = kept.get(group).drawn().scored();
      tokens[group] = new int[scored.size()][];
      for (int i = 0; i < scored.size(); i++) {
        int[] turns = scored.get(i).traces().stream().mapToInt(TokenTrace::drawnTokens).toArray();
        tokens[group][i] = learned[group][i] > 0 ? turns : new int[turns.length];
      }
    }
    return tokens;
  }

  /** Tokens that each scored rollout of a prompt is learned from. */
  private static int[] learned(ObjectivePlan plan, JudgedGroup group) {
    List<DrawnRollout> scored = group.drawn().scored();
    int[] tokens = scored.stream().mapToInt(one -> learned(plan, one)).toArray();
    boolean[] truncated = new boolean[tokens.length];
    for (int i = 0; i < truncated.length; i++) {
      truncated[i] = scored.get(i).isTruncated();
    }
    return plan.filters()
        .overlong()
        .map(filter -> filter.learned(tokens, truncated))
        .orElse(tokens);
  }

  private static int learned(ObjectivePlan plan, DrawnRollout rollout) {
    boolean isLeftOut =
        !rollout.isCorrect()
            && plan.filters()
                .degenerate()
                .filter(
                    filter ->
                        filter.drops(rollout.row().completion(), rollout.traces().get(0).tokens()))
                .isPresent();
    return isLeftOut ? 0 : rollout.traces().stream().mapToInt(TokenTrace::drawnTokens).sum();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(value -> value).toArray();
  }
}
