package org.galton.reinforce.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.galton.reinforce.budget.TrainingBudget;
import org.galton.reinforce.signal.VerdictSource;
import org.galton.reward.advantage.StepAdvantage;
import org.galton.reward.budget.UniformRule;
import org.galton.reward.signal.OutcomeReward;
import org.galton.reward.signal.Reward;
import org.galton.reward.signal.ShapedReward;
import org.galton.search.TreeSampler;
import org.galton.spec.Section;
import org.galton.spec.ValueType;
import org.galton.sweep.KeptDetail;
import org.galton.sweep.SamplingWish;
import org.galton.sweep.SearchedCells;
import org.galton.sweep.TaskSpec;
import org.galton.sweep.TreeSamplerKeys;

/** {@link SearchPlan} as specs write it: the keys of a tree and those of a training. */
final class SearchKeys {
  private static final String SEARCH = "search";
  private static final int MOST = 65_536;

  private SearchKeys() {}

  /**
   * @param sampling null where it is wrong
   * @param rollouts of a prompt, whose place a tree's trajectories take
   */
  static Optional<SearchPlan> read(Section section, SamplingWish sampling, int rollouts) {
    int maxTokens = sampling == null ? Integer.MAX_VALUE : sampling.maxTokens();
    return section.section(SEARCH, own -> plan(own, maxTokens, rollouts), Optional.empty());
  }

  private static Optional<SearchPlan> plan(Section own, int maxTokens, int rollouts) {
    TreeSampler tree = TreeSamplerKeys.read(own, maxTokens, rollouts);
    int probe = own.value("probe", ValueType.integer(0, MOST), 4);
    double keepBelow = own.value("keep_below", ValueType.number(1e-9, 1), 0.25);
    int cache = own.value("cache", ValueType.integer(0, MOST), rollouts - 1);
    SearchPlan.Credit credit =
        own.value("credit", ValueType.constant(SearchPlan.Credit.class), SearchPlan.Credit.STEPS);
    if (tree != null && tree.rules().trajectories() != rollouts) {
      own.problem(
          "trajectories",
          "'search.trajectories' is %d and 'rollouts' is %d: expected the same number, as the trajectories of a tree take the place of a prompt's rollouts; leave out 'trajectories'"
              .formatted(tree.rules().trajectories(), rollouts));
    }
    if (cache >= rollouts) {
      own.problem(
          "cache",
          "'search.cache' is %d and 'rollouts' is %d: expected fewer remembered solutions than rollouts of a prompt, as one at least must be drawn"
              .formatted(cache, rollouts));
    }
    if (probe == 0 && own.has("keep_below") && cache == 0) {
      own.problem(
          "keep_below",
          "'search.keep_below' has no effect with 'search.probe' 0 and 'search.cache' 0: expected"
              + " rollouts to probe prompts with; leave one of the keys out");
    }
    return Optional.ofNullable(
        own.build(() -> new SearchPlan(tree, probe, keepBelow, cache, credit)));
  }

  /** What a training has beside its search. */
  record Beside(
      List<TaskSpec> tasks,
      SamplingWish sampling,
      Optional<InterruptionPlan> interruption,
      TrainingBudget budget,
      ObjectivePlan objective,
      Placement placement,
      List<KeptDetail> keep) {}

  /** Refuses what makes no sense together; parts that are wrong are null. */
  static void check(Section section, Optional<SearchPlan> search, Beside beside) {
    if (search.isEmpty()) {
      return;
    }
    if (beside.sampling() != null) {
      beside.tasks().stream()
          .filter(task -> task != null && task.task() != null)
          .forEach(
              task ->
                  SearchedCells.check(
                      section, task.task(), search.get().tree(), beside.sampling().maxTokens()));
    }
    if (beside.interruption() != null && beside.interruption().isPresent()) {
      refuse(section, "interruption", "the text would stand in every step of a tree");
    }
    if (beside.budget() != null && !(beside.budget().rule() instanceof UniformRule)) {
      refuse(section, "budget", "a tree has as many trajectories for one prompt as for another");
    }
    if (beside.placement() != null && beside.placement().drawing() instanceof WorkPlace.Executors) {
      refuse(section, "drawing", "trees are drawn by the driver, step by step");
    }
    if (beside.keep() != null && beside.keep().contains(KeptDetail.TOKENS)) {
      refuse(section, "keep", "tokens of trees are those of search_nodes");
    }
    if (beside.objective() != null && search.get().credit() == SearchPlan.Credit.STEPS) {
      checkCredit(section, beside.objective());
    }
  }

  private static void refuse(Section section, String key, String why) {
    section.problem(
        key,
        "'%s' and 'search' do not go together: %s; expected one of the two keys"
            .formatted(key, why));
  }

  private static void checkCredit(Section section, ObjectivePlan objective) {
    if (objective.advantage() != null && !(objective.advantage() instanceof StepAdvantage)) {
      section.problem(
          "advantage",
          "'advantage' is '%s' and 'search.credit' is 'steps': expected 'mean_only' or 'grpo', as others compare one reward of each rollout; or set 'search.credit' to 'trajectory'"
              .formatted(objective.advantage().name()));
    }
    if (objective.loss() != null && !objective.loss().isOfTokens()) {
      section.problem(
          "loss",
          "'loss' is '%s' and 'search.credit' is 'steps': expected a loss of tokens, such as 'dapo', as this one has one ratio for a whole rollout; or set 'search.credit' to 'trajectory'"
              .formatted(objective.loss().name()));
    }
    if (objective.reward() != null && !isSigned(objective)) {
      section.problem(
          "reward",
          "'reward' is '%s' and 'search.credit' is 'steps': expected 'verdict_signed', or {kind: shaped} of it, by the task's own verifier, as values of steps are made of +1 and -1; or set 'search.credit' to 'trajectory'"
              .formatted(objective.reward().reward().name()));
    }
  }

  private static boolean isSigned(ObjectivePlan objective) {
    Reward reward = objective.reward().reward();
    Reward verdict = reward instanceof ShapedReward shaped ? shaped.reward() : reward;
    return verdict.equals(OutcomeReward.signedVerdict())
        && objective.reward().verifier() instanceof VerdictSource.OfTask;
  }

  static void write(Optional<SearchPlan> plan, Map<String, Object> keys) {
    plan.ifPresent(
        search -> {
          Map<String, Object> own = new LinkedHashMap<>();
          TreeSamplerKeys.write(search.tree(), own);
          own.put("probe", search.probe());
          own.put("keep_below", search.keepBelow());
          own.put("cache", search.cache());
          own.put("credit", ValueType.written(search.credit()));
          keys.put(SEARCH, own);
        });
  }
}
